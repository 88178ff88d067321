import type { Activity } from '../domain/activity.ts';
import type { Contact } from '../domain/contact.ts';
import type { Account, Creator, Observation } from '../domain/creator.ts';
import type { SavedView } from '../domain/creator-row.ts';
import type { FanPoint } from '../domain/fan.ts';
import type { Routine } from '../domain/routine.ts';
import type { FillInAnswer, TemplateUse } from '../domain/template.ts';
import type { MergeCounts } from '../messaging/protocol/transfer.ts';
import type { Reader } from '../storage/reader.ts';
import type { BackupRecord } from '../storage/restore-step.ts';
import { withoutSuppressedNames } from './campaigns/merged-names.ts';
import { isUntouchedDefault } from './empty-notebook.ts';
import { hasCounted } from './fans/merge-fans.ts';
import { arriving, joined, taggedByOurIds } from './merge-tagged.ts';

/** Ids of the file that are here under another id, or (`null`) stay out. */
export type Same = Readonly<Record<string, string | null>>;

type Outcome = keyof MergeCounts;

/** What a merge does with one record of the file. */
export interface Planned {
  store: BackupRecord['store'];
  outcome: Outcome;
  /** as it would be put: what it points to goes by the ids of this notebook */
  record: BackupRecord['record'];
  /** what stands here under its id */
  before?: BackupRecord['record'];
  /** it was removed here, before the file's record was last changed */
  again: boolean;
}

interface Stamped {
  id: string;
  updatedAt: string;
}

/** Where an id leads here; undefined: to nobody, what hangs on it stays out. */
function target(same: Same, id: string): string | undefined {
  return Object.hasOwn(same, id) ? (same[id] ?? undefined) : id;
}

const targets = (same: Same, ids: readonly string[]) => [
  ...new Set(ids.flatMap((id) => target(same, id) ?? [])),
];

/** The record with what it points to by the ids of this notebook; null: it belongs to somebody who stays out. */
function byOurIds({ store, record }: BackupRecord, same: Same): BackupRecord['record'] | null {
  switch (store) {
    case 'creators': {
      const { introducedBy, ...creator } = record as Creator;
      const by = introducedBy === undefined ? undefined : target(same, introducedBy);
      const tagIds = targets(same, creator.tagIds);
      return { ...creator, tagIds, ...(by ? { introducedBy: by } : {}) } as Creator;
    }
    case 'accounts':
    case 'contacts': {
      const creatorId = target(same, (record as Account | Contact).creatorId);
      return creatorId ? ({ ...record, creatorId } as Account | Contact) : null;
    }
    case 'observations': {
      const accountId = target(same, (record as Observation).accountId);
      return accountId ? ({ ...record, accountId } as Observation) : null;
    }
    case 'activities': {
      // of somebody who stays out the log keeps the id, as it does after an erasing
      const { subjectId } = record as Activity;
      return subjectId
        ? ({ ...record, subjectId: target(same, subjectId) ?? subjectId } as Activity)
        : record;
    }
    case 'savedViews': {
      const view = record as SavedView;
      const { tagIds } = view.filter;
      return tagIds
        ? ({ ...view, filter: { ...view.filter, tagIds: targets(same, tagIds) } } as SavedView)
        : view;
    }
    case 'templateUses': {
      const { creatorId, ...use } = record as TemplateUse;
      const by = creatorId && target(same, creatorId);
      return { ...use, ...(by ? { creatorId: by } : {}) } as TemplateUse;
    }
    case 'fillInAnswers': {
      const answer = record as FillInAnswer;
      const values = answer.values.flatMap(({ creatorId, ...value }) => {
        if (!creatorId) return value;
        const by = target(same, creatorId);
        return by ? { ...value, creatorId: by } : [];
      });
      return { ...answer, values } as FillInAnswer;
    }
    default:
      return taggedByOurIds({ store, record }, (id) => target(same, id));
  }
}

/** Stores in which ours stays as it is: they belong to this computer's day. */
const oursStay: readonly BackupRecord['store'][] = ['dayEntries', 'settings', 'routines', 'tombstones'];

async function ourOwn(
  reader: Reader,
  { store, record }: BackupRecord,
  here: Stamped | undefined,
): Promise<Outcome> {
  if (store === 'settings') return here ? 'kept' : 'added';
  if (store === 'tombstones') {
    const about = (record as unknown as { store: string }).store;
    const alive =
      about === 'tombstones'
        ? undefined
        : await reader.get(about as 'creators', record.id).catch(() => undefined);
    return here || alive ? 'kept' : 'added';
  }
  const untouched = store === 'routines' && here !== undefined && isUntouchedDefault(here as Routine);
  return untouched && (record as unknown as Stamped).updatedAt > here.updatedAt ? 'newer' : 'kept';
}

/** Whether somebody's contact is already among those of the creator whom they are here. */
async function knownContact(reader: Reader, moved: Contact): Promise<boolean> {
  const others = await reader.list('contacts', 'creatorId', moved.creatorId);
  return others.some(({ kind, value }) => kind === moved.kind && value === moved.value);
}

async function planOne(reader: Reader, asGiven: BackupRecord, same: Same): Promise<Planned> {
  const given = await withoutSuppressedNames(reader, asGiven);
  const { store, record } = given;
  const [here, stone] = await Promise.all([
    reader.get(store, record.id) as Promise<(Stamped & BackupRecord['record']) | undefined>,
    reader.get('tombstones', record.id),
  ]);
  const plan = (outcome: Outcome, put = record): Planned => ({
    store,
    outcome,
    record: put,
    ...(here ? { before: here } : {}),
    again: !here && stone !== undefined && store !== 'tombstones',
  });
  if (Object.hasOwn(same, record.id) && !here) {
    const as = same[record.id];
    if (as === null || as === undefined) return plan('suppressed');
    const ours = (await reader.get(store, as)) as BackupRecord['record'] | undefined;
    const moved = byOurIds(given, same);
    const put = ours && moved && joined(store, ours, moved);
    return put ? { ...plan('newer', put), before: ours } : plan('kept');
  }
  if (oursStay.includes(store)) return plan(await ourOwn(reader, given, here));
  const moved = byOurIds(given, same);
  if (!moved) return plan('suppressed');
  const { updatedAt } = record as unknown as Stamped;
  if (here && updatedAt > here.updatedAt) return plan('newer', arriving(store, here, moved));
  if (here) return plan('kept', moved);
  if (stone && stone.store === store && stone.deletedAt >= updatedAt) return plan('suppressed');
  if (store === 'contacts') {
    const contact = moved as Contact;
    const led = contact.creatorId !== (record as Contact).creatorId;
    if (led && (await knownContact(reader, contact))) return plan('kept');
  }
  if (store === 'fanPoints' && (await hasCounted(reader, moved as FanPoint))) return plan('kept');
  return plan('added', arriving(store, undefined, moved));
}

/**
 * What a merge does with records of a backup. By id: what is not here is added, the newer `updatedAt` wins, an equal one changes
 * nothing, and what was removed here after the file's record was last changed stays removed. A merge takes nothing away: what was
 * removed on the other side stays here. Whom the notebook knows by another id (`same`) is one with that one, and what the file has
 * of them goes there. Settings, the day's ticks and a routine of one's own stay as they are here.
 */
export function planMerge(reader: Reader, records: readonly BackupRecord[], same: Same): Promise<Planned[]> {
  // asked all at once: the browser answers them in one go, where one after the other each would wait
  return Promise.all(records.map((record) => planOne(reader, record, same)));
}

export function countPlan(plan: readonly Planned[]): MergeCounts {
  const counts: MergeCounts = { added: 0, newer: 0, kept: 0, suppressed: 0 };
  for (const { outcome } of plan) counts[outcome] += 1;
  return counts;
}
