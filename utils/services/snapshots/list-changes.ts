import type { StoredChange } from '../../domain/change.ts';
import { ok } from '../../domain/result.ts';
import type { ChangeFilter } from '../../messaging/protocol/watch.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';

type Place = { at: string; id: string };

function passes(change: StoredChange, filter: ChangeFilter): boolean {
  const { competitorId, watchedPageId, snapshotId, from, until, kinds, severities, unread, muted, noted } =
    filter;
  if (competitorId !== undefined && change.competitorId !== competitorId) return false;
  if (watchedPageId !== undefined && change.watchedPageId !== watchedPageId) return false;
  if (snapshotId !== undefined && change.snapshotId !== snapshotId) return false;
  if ((from !== undefined && change.foundAt < from) || (until !== undefined && change.foundAt >= until))
    return false;
  if (kinds && !kinds.includes(change.kind)) return false;
  if (severities && !severities.includes(change.severity)) return false;
  if (unread !== undefined && change.read === unread) return false;
  if (muted !== undefined && (change.muted !== undefined) !== muted) return false;
  return noted === undefined || (change.note !== undefined) === noted;
}

/** Reads changes backwards by the narrowest index that the filter allows. */
function walkOf(reader: Reader, { competitorId, watchedPageId, from }: ChangeFilter) {
  const owner = watchedPageId ?? competitorId;
  const index = watchedPageId !== undefined ? 'pageAt' : competitorId !== undefined ? 'competitorAt' : 'at';
  return (until: string | undefined, limit: number): Promise<StoredChange[]> => {
    const range =
      owner === undefined
        ? until === undefined
          ? IDBKeyRange.lowerBound(from ?? '')
          : IDBKeyRange.bound(from ?? '', until)
        : IDBKeyRange.bound([owner, from ?? ''], [owner, until ?? []]);
    return reader.newest('changes', index, range, limit);
  };
}

/** Records read at once, and at most for one answer: with a rare filter the list is asked for in more steps. */
const step = 500;
const mostRead = 10_000;

/** What changed, newest first; those of one moment by their ids, so that no page loses or doubles one. */
export const listChanges: Service<'change.list'> = ({ filter, before, limit }, call) =>
  readOnce(call, ['changes'], async (reader) => {
    if (filter.from !== undefined && filter.until !== undefined && filter.from > filter.until)
      return ok({ changes: [], next: null });
    const walk = walkOf(reader, filter);
    const changes: StoredChange[] = [];
    let place: Place | null = before;
    for (let seen = 0; ; ) {
      const until: string | undefined = place?.at ?? filter.until;
      if (until !== undefined && filter.from !== undefined && until < filter.from) break;
      const end: Place | null = place;
      const page = await walk(until, step);
      const fresh = page.filter(
        ({ foundAt, id }) => !end || foundAt < end.at || (foundAt === end.at && id < end.id),
      );
      for (const change of fresh) {
        if (changes.length === limit) return ok({ changes, next: place });
        if (passes(change, filter)) changes.push(change);
        place = { at: change.foundAt, id: change.id };
      }
      seen += page.length;
      // an index gives all rows of its last moment, so a page of only known ones is the end
      if (fresh.length === 0 || page.length < step) return ok({ changes, next: null });
      if (seen >= mostRead) return ok({ changes, next: place });
    }
    return ok({ changes, next: null });
  });
