import type { Alert } from '../../domain/alert.ts';
import { newId } from '../../domain/new-id.ts';
import { isQuiet } from '../../domain/quiet-hours.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Settings } from '../../domain/settings.ts';
import type { StoreName } from '../../storage/schema.ts';
import { runOperation, type Unit } from '../../storage/unit-of-work.ts';
import { backgroundWords } from '../background-words.ts';
import type { Call } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { canNotify, isShown, noticeId, notify } from './notify.ts';

/** What is told of one competitor: changes that nobody has read. */
interface Told {
  competitorId: string;
  name: string;
  count: number;
}

interface Claim {
  telling: string;
  told: Told[];
}

/** A notification that was begun and not ended by a worker that died is looked after so long, milliseconds; later it would be no news. */
const resumeWithin = 10 * 60_000;

const stores: StoreName[] = ['alerts', 'changes', 'competitors', 'settings'];

function inOneStep<T>(call: Call, work: (unit: Unit) => Promise<T>): Promise<Result<T>> {
  return call
    .database()
    .then((database) =>
      database.ok
        ? runOperation(
            database.value,
            { id: newId(), type: 'alerts.tell', now: call.now },
            stores,
            async (unit) => ok(await work(unit)),
          )
        : database,
    );
}

/** What of an alert nobody has read or muted meanwhile. Layers that came later have alerts of their own. */
async function countOf(unit: Unit, alert: Alert, severities: Settings['notifySeverities']): Promise<number> {
  const changes = await unit.list('changes', 'snapshotId', alert.snapshotId);
  return changes.filter(
    ({ createdAt, severity, read, muted }) =>
      createdAt === alert.createdAt && severities.includes(severity) && !read && !muted,
  ).length;
}

async function toldOf(unit: Unit, alerts: readonly Alert[], settings: Settings): Promise<Told[]> {
  const told = new Map<string, Told>();
  for (const alert of alerts) {
    const count = await countOf(unit, alert, settings.notifySeverities);
    const competitor = await unit.get('competitors', alert.competitorId);
    if (count === 0 || !competitor) continue;
    const { id: competitorId, name } = competitor;
    told.set(competitorId, {
      competitorId,
      name,
      count: (told.get(competitorId)?.count ?? 0) + count,
    });
  }
  return [...told.values()].sort((a, b) => b.count - a.count);
}

const removeAll = (unit: Unit, alerts: readonly Alert[]) =>
  Promise.all(alerts.map(({ id }) => unit.remove('alerts', id, 'derived')));

/** Takes all that waits for one notification; what a dead worker had taken comes first and stays as it was. */
async function claim(unit: Unit): Promise<Claim | null> {
  const [alerts, settings] = await Promise.all([unit.all('alerts'), storedSettings(unit)]);
  if (!settings.notifications || !canNotify()) {
    await removeAll(unit, alerts);
    return null;
  }
  const left = alerts.filter(({ telling }) => telling !== undefined);
  const late = ({ updatedAt }: Alert) => Date.parse(unit.now) - Date.parse(updatedAt) > resumeWithin;
  await removeAll(unit, left.filter(late));
  const [begun] = left.filter((alert) => !late(alert));
  if (!begun && isQuiet(new Date(unit.now), settings.quietHours)) return null;
  const telling = begun?.telling ?? unit.operationId;
  const mine = begun
    ? left.filter((alert) => alert.telling === telling)
    : alerts.filter((alert) => alert.telling === undefined);
  const told = await toldOf(unit, mine, settings);
  if (told.length === 0) {
    await removeAll(unit, mine);
    return null;
  }
  if (!begun)
    for (const alert of mine) await unit.put('alerts', { ...alert, telling, updatedAt: unit.now }, 'derived');
  return { telling, told };
}

/** Names that a notification has room for. */
const mostNames = 4;

async function show({ telling, told }: Claim): Promise<void> {
  const [only] = told;
  const id = noticeId(telling, told.length === 1 && only ? only.competitorId : null);
  // begun by a worker that died before it could note that it stands there
  if (await isShown(id)) return;
  const t = await backgroundWords();
  const lines = told.slice(0, mostNames).map(({ name, count }) => t('alert_line', { name, count }));
  const more = told.length - lines.length;
  const message = [...lines, ...(more > 0 ? [t('alert_more', { count: more })] : [])].join('\n');
  await notify({ id, title: t('alert_title'), message });
}

/** One at a time: two would take the same alerts for left behind. */
let running: Promise<void> = Promise.resolve();

/**
 * Tells in one notification what visits and refreshes found since the last one, unless it is quiet. Taken, shown, let go: a worker that dies
 * in between is followed by one that finds the notification there, or shows it; it has the same name, so it never stands there twice.
 */
export function tellAlerts(call: Call): Promise<void> {
  running = running
    .then(() => tell(call))
    .catch((error) => console.error('Deckhand: telling changes', error));
  return running;
}

async function tell(call: Call): Promise<void> {
  const claimed = await inOneStep(call, claim);
  if (!claimed.ok || !claimed.value) return;
  const { telling } = claimed.value;
  await show(claimed.value);
  await inOneStep(call, async (unit) => {
    const alerts = await unit.all('alerts');
    await removeAll(
      unit,
      alerts.filter((alert) => alert.telling === telling),
    );
  });
}
