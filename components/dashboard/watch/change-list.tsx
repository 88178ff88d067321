import type { StoredChange } from '../../../utils/domain/change.ts';
import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import { byDay, dayHeading } from '../activity/day-words.ts';
import { type ChangeNames, ChangeRow } from './change-row.tsx';
import { useT } from './words.tsx';

/** Changes, newest first, under the headings of their days. */
export function ChangeList({
  changes,
  watchlist,
  level,
}: {
  changes: readonly StoredChange[];
  /** names each row's competitor and page; absent where the list is of one page */
  watchlist?: readonly WatchlistRow[] | undefined;
  /** of the headings of the days: one below the heading around */
  level: 2 | 3;
}) {
  const t = useT();
  const Heading = level === 2 ? 'h2' : 'h3';
  const now = new Date();
  return (
    <div class="watch-days">
      {byDay(changes, ({ foundAt }) => foundAt).map((day) => (
        <section key={day.day}>
          <Heading class="watch-day">
            {dayHeading(t.locale, new Date(day.rows[0]?.foundAt ?? now), now)}
          </Heading>
          <ul class="rows">
            {day.rows.map((change) => (
              <ChangeRow key={change.id} change={change} names={watchlist && namesOf(change, watchlist)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A competitor taken off the list while it is shown has no name any more. */
function namesOf(change: StoredChange, watchlist: readonly WatchlistRow[]): ChangeNames | undefined {
  const row = watchlist.find(({ competitor }) => competitor.id === change.competitorId);
  const page = row?.pages.find(({ id }) => id === change.watchedPageId);
  return row && { competitor: row.competitor.name, page: page?.title || page?.url || '' };
}
