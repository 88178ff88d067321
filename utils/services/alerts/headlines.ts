import type { StoredChange } from '../../domain/change.ts';
import type { Severity } from '../../domain/change-kind.ts';
import { ok } from '../../domain/result.ts';
import type { BySeverity } from '../../messaging/protocol/snapshots.ts';
import { unreadCounter } from '../../storage/counters.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';

/** Sentences for a competitor: more is a history, and that has a page of its own. */
const most = 3;

/** Changes read for one competitor at first at most, and at most at all: the popup waits for them. */
const firstRead = 30;
const mostRead = 600;

const grades: readonly Severity[] = ['high', 'medium', 'low'];

/** The gravest first, of one grade the newest. */
function gravest(changes: readonly StoredChange[]): StoredChange[] {
  const rank = ({ severity }: StoredChange) => grades.indexOf(severity);
  return [...changes]
    .sort((a, b) => rank(a) - rank(b) || (a.foundAt < b.foundAt ? 1 : a.foundAt > b.foundAt ? -1 : 0))
    .slice(0, most);
}

async function unreadOf(reader: Reader, competitorId: string): Promise<BySeverity> {
  const [low, medium, high] = await Promise.all([
    reader.counter(unreadCounter(competitorId, 'low')),
    reader.counter(unreadCounter(competitorId, 'medium')),
    reader.counter(unreadCounter(competitorId, 'high')),
  ]);
  return { low, medium, high };
}

/** Of how many of each grade the sentences consist, when so many are there. */
function wantedOf(there: BySeverity): BySeverity {
  const high = Math.min(there.high, most);
  const medium = Math.min(there.medium, most - high);
  return { high, medium, low: Math.min(there.low, most - high - medium) };
}

/** Walks back from the newest until those are found that the kept numbers promise: nearly always the first few. */
async function unreadChanges(
  reader: Reader,
  competitorId: string,
  there: BySeverity,
): Promise<StoredChange[]> {
  const wanted = wantedOf(there);
  const range = IDBKeyRange.bound([competitorId, ''], [competitorId, []]);
  // the unread are nearly always the newest: as many as there are, and no more
  const count = there.low + there.medium + there.high;
  for (let limit = Math.min(count, firstRead); ; limit = Math.min(limit * 4, mostRead)) {
    const rows = await reader.newest('changes', 'competitorAt', range, limit);
    const found = rows.filter(({ read, muted }) => !read && !muted);
    const enough = grades.every(
      (grade) => found.filter(({ severity }) => severity === grade).length >= wanted[grade],
    );
    if (enough || rows.length < limit || limit === mostRead) return found;
  }
}

async function since(reader: Reader, competitorId: string, from: string): Promise<StoredChange[]> {
  const range = IDBKeyRange.bound([competitorId, from], [competitorId, []]);
  const rows = await reader.newest('changes', 'competitorAt', range, mostRead);
  return rows.filter(({ muted }) => !muted);
}

/** What the popup says of each competitor: the gravest changes that nobody has read, or of a time, read or not; never those muted. */
export const watchHeadlines: Service<'watch.headlines'> = ({ from }, call) =>
  readOnce(call, ['competitors', 'changes', 'counters'], async (reader) => {
    const competitors = await reader.all('competitors');
    const rows = await Promise.all(
      competitors.map(async ({ id: competitorId }) => {
        if (from !== null) {
          const found = await since(reader, competitorId, from);
          return { competitorId, count: found.length, changes: gravest(found) };
        }
        const there = await unreadOf(reader, competitorId);
        const count = there.low + there.medium + there.high;
        const found = count > 0 ? await unreadChanges(reader, competitorId, there) : [];
        return { competitorId, count, changes: gravest(found) };
      }),
    );
    return ok({ rows: rows.filter(({ changes }) => changes.length > 0) });
  });
