import type { Activity, ActivityKind } from '../domain/activity.ts';
import { ok } from '../domain/result.ts';
import type { Reader } from '../storage/reader.ts';
import { activityRows, activityStores } from './activity-rows.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

type Place = Pick<Activity, 'at' | 'id'>;

/** Reading the log backwards by the index of all kinds, or of one. */
function logOf(reader: Reader, kind: ActivityKind | undefined) {
  const key = (at: string): IDBValidKey => (kind ? [kind, at] : at);
  const newest = (query: IDBKeyRange | null, limit: number) =>
    reader.newest('activities', kind ? 'kindAt' : 'at', query, limit);
  return {
    /** rows of one moment, the last first */
    at: (at: string) => newest(IDBKeyRange.only(key(at)), 1),
    /** rows older than a moment, the newest first; at least `limit` where there are so many */
    before(at: string | null, limit: number) {
      if (kind) return newest(IDBKeyRange.bound([kind, ''], [kind, at ?? []], false, true), limit);
      return newest(at === null ? null : IDBKeyRange.upperBound(at, true), limit);
    },
  };
}

/** The log, newest first. Rows of one moment are told apart by their ids, so that no page loses or doubles one. */
export const listActivities: Service<'activity.list'> = ({ before, limit, kind }, call) =>
  readOnce(call, activityStores, async (reader) => {
    const log = logOf(reader, kind);
    const sameMoment = before ? await log.at(before.at) : [];
    const isShown = ({ id }: Place) => before !== null && id >= before.id;
    const here = sameMoment.filter((row) => !isShown(row));
    const lacking = limit + 1 - here.length;
    const older = lacking > 0 ? await log.before(before?.at ?? null, lacking) : [];
    const found = [...here, ...older];
    const shown = sameMoment.filter(isShown).map(({ operationId }) => operationId);
    const rows = await activityRows(reader, found.slice(0, limit), shown);
    return ok({ rows, more: found.length > limit });
  });
