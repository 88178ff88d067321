import { addDays, localDay } from '../../domain/day.ts';
import { daysOfHits } from '../../domain/keyword-kinds.ts';
import { newId } from '../../domain/new-id.ts';
import { ok } from '../../domain/result.ts';
import { hitsBetween } from '../../storage/counters.ts';
import { maintain, type Unit } from '../../storage/unit-of-work.ts';
import type { Service } from '../service.ts';
import { announce } from '../write-once.ts';

/** Most items of one group and day that are counted: more than anybody reads, and a page may make up as many as it likes. */
const mostOfDay = 2_000;
/** Old ones that go with each new note, so that no moment has to take them all away. */
const sweptAtOnce = 100;

/** Takes away some of what is older than it is kept. */
async function sweepOld(unit: Unit, now: Date): Promise<void> {
  const before = new Date(now.getTime() - daysOfHits * 86_400_000).toISOString();
  for (const { id } of await unit.list(
    'keywordHits',
    'at',
    IDBKeyRange.upperBound(before, true),
    sweptAtOnce,
  ))
    await unit.remove('keywordHits', id, 'derived');
}

/** Notes in which items the words of groups were seen, each once however often it is seen; without a text. */
export const noteHits: Service<'keyword.hits'> = async ({ platform, hits }, call) => {
  const database = await call.database();
  if (!database.ok) return database;
  const day = localDay(call.now);
  const noted = await maintain(database.value, call.now, ['keywordGroups', 'keywordHits'], async (unit) => {
    let added = 0;
    for (const { groupId, item } of hits) {
      const group = await unit.get('keywordGroups', groupId);
      if (!group?.enabled) continue;
      const hitKey = `${groupId}:${platform}:${item}`;
      if (await unit.edge('keywordHits', 'hitKey', 'first', hitKey)) continue;
      if ((await unit.sum(...hitsBetween(day, day, groupId))) >= mostOfDay) continue;
      const row = { id: newId(call.now.getTime()), createdAt: unit.now, updatedAt: unit.now, at: unit.now };
      await unit.put('keywordHits', { ...row, groupId, hitKey, platform, day }, 'new');
      added++;
    }
    await sweepOld(unit, call.now);
    return added;
  });
  if (!noted.ok) return noted;
  if (noted.value > 0) await announce(call, ['keyword-hits']);
  return ok({});
};

/** The first day of the last `days`, today among them. */
export const firstDay = (now: Date, days: number) => addDays(localDay(now), 1 - days);
