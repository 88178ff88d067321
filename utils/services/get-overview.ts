import type { Day } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Overview } from '../messaging/protocol.ts';
import { creatorsCounter, dueCounter } from '../storage/counters.ts';
import type { Reader } from '../storage/reader.ts';
import { casesAtAGlance } from './cases/case-counts.ts';
import { currentBrand } from './current-brand.ts';
import { dayStores, keepDay, readDay } from './day-checklist.ts';
import { holdsHandle } from './find-account.ts';
import { isBackupDue, lastBackupOf } from './last-backup.ts';
import { rightsDue } from './rights/list-rights.ts';
import type { Service } from './service.ts';
import { storedSettings } from './stored-settings.ts';
import { watchlistRows } from './watchlist-rows.ts';
import { readOnce } from './write-once.ts';

/** More due creators than anyone works through in a day are not listed; `dueTotal` has them all. */
const listedDue = 50;

async function dueCreators(reader: Reader, day: Day): Promise<Overview['due']> {
  const creators = await reader.list('creators', 'due', IDBKeyRange.upperBound(day), listedDue);
  return Promise.all(
    creators.map(async ({ id, displayName, nextAction, due }) => {
      const account = (await reader.list('accounts', 'creatorId', id)).find(holdsHandle);
      const text = nextAction?.text ?? '';
      return { creatorId: id, displayName, text, due: due ?? day, ...(account ? { url: account.url } : {}) };
    }),
  );
}

/**
 * Everything that the popup shows, read in one transaction by index and from kept counters: with ten thousand creators as
 * fast as with ten.
 */
export const getOverview: Service<'overview.get'> = async ({ day }, call): Promise<Result<Overview>> => {
  const read = await readOnce(
    call,
    [
      'settings',
      'brands',
      'competitors',
      'watchedPages',
      'creators',
      'accounts',
      'cases',
      'meta',
      ...dayStores,
    ],
    async (reader) => {
      // asked for together: one after the other, each would wait for the way there and back
      const [settings, brand, creators, watchlist, due, dueTotal, today, meta, ending, waiting] =
        await Promise.all([
          storedSettings(reader),
          currentBrand(reader),
          reader.counter(creatorsCounter),
          watchlistRows(reader),
          dueCreators(reader, day),
          reader.sum(dueCounter(''), dueCounter(day)),
          readDay(reader, day, call.now),
          reader.get('meta', 'notebook'),
          rightsDue(reader, day),
          casesAtAGlance(reader, call.now),
        ]);
      return ok({ settings, brand, creators, watchlist, due, dueTotal, today, meta, ending, waiting });
    },
  );
  if (!read.ok) return read;
  const { today, meta, ending, waiting, ...overview } = read.value;
  const rights = ending.expiring + ending.overdue > 0 ? { rights: ending } : {};
  const cases = waiting.open > 0 ? { cases: waiting } : {};
  const toLose = overview.creators > 0 || overview.watchlist.length > 0;
  const backedUp = toLose ? await lastBackupOf(meta?.databaseId) : undefined;
  const backupDue = toLose && isBackupDue(backedUp ?? meta?.createdAt, call.now);
  const rows = await keepDay(call, day, today);
  return rows.ok
    ? ok({ ...overview, ...rights, ...cases, backupDue, checklist: { day, rows: rows.value } })
    : rows;
};

/** What a stand-in has to know of it: whom we watch, and what is to be done today. */
export const getHandover: Service<'handover.get'> = async (input, call) => {
  const overview = await getOverview(input, call);
  if (!overview.ok) return overview;
  const { watchlist, checklist } = overview.value;
  return ok({ watchlist, checklist });
};
