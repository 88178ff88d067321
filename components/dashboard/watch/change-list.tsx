import type { StoredChange } from '../../../utils/domain/change.ts';
import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import { byDay, clockTime, dayHeading } from '../activity/day-words.ts';
import { ChangeRow } from './change-row.tsx';
import { lookHash } from './look-address.ts';
import type { ShareAbout } from './share-text.ts';
import { useT } from './words.tsx';

/** Changes, newest first, under the headings of their days, those that one look found together. */
export function ChangeList({
  changes,
  watchlist,
  about,
  level,
}: {
  changes: readonly StoredChange[];
  /** names each look's competitor and page; absent where the list is of one page */
  watchlist?: readonly WatchlistRow[] | undefined;
  /** whose page it is, where the list is of one */
  about?: ShareAbout;
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
          <ul class="watch-looks">
            {byLook(day.rows).map((rows) => (
              <Look key={rows[0].snapshotId} changes={rows} watchlist={watchlist} about={about} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type Some<T> = [T, ...T[]];

/** Changes of one look stay together, in the order in which the first of them comes. */
function byLook(changes: readonly StoredChange[]): Some<StoredChange>[] {
  const looks = new Map<string, Some<StoredChange>>();
  for (const change of changes) {
    const known = looks.get(change.snapshotId);
    if (known) known.push(change);
    else looks.set(change.snapshotId, [change]);
  }
  return [...looks.values()];
}

function Look({
  changes,
  watchlist,
  about,
}: {
  changes: Some<StoredChange>;
  watchlist: readonly WatchlistRow[] | undefined;
  about: ShareAbout | undefined;
}) {
  const t = useT();
  const [first] = changes;
  const names = watchlist && namesOf(first, watchlist);
  // the page's picture may have been compared with an earlier look than the rest
  const { beforeId } = changes.find(({ kind, key }) => kind === 'picture' && key === 'page') ?? first;
  const time = clockTime(t.locale, new Date(first.foundAt));
  return (
    <li class="watch-look">
      <p class="soft watch-where">
        <time dateTime={first.foundAt}>{time}</time>
        {names && (
          <>
            <a href={`#/watch/${first.competitorId}?page=${first.watchedPageId}`} class="strong">
              <bdi>{names.competitor}</bdi>
            </a>
            <bdi>{names.page}</bdi>
          </>
        )}
        <a
          href={lookHash({ ...first, at: first.foundAt, beforeId })}
          aria-label={t('watch_open_change', {
            what: [names?.competitor, time].filter(Boolean).join(', '),
          })}
        >
          {t('watch_open_look')}
        </a>
      </p>
      <ul class="rows">
        {changes.map((change) => (
          <ChangeRow
            key={change.id}
            change={change}
            about={about ?? { name: names?.competitor ?? '', address: names?.address ?? '' }}
          />
        ))}
      </ul>
    </li>
  );
}

/** A competitor taken off the list while it is shown has no name any more. */
function namesOf(change: StoredChange, watchlist: readonly WatchlistRow[]) {
  const row = watchlist.find(({ competitor }) => competitor.id === change.competitorId);
  const page = row?.pages.find(({ id }) => id === change.watchedPageId);
  return (
    row && { competitor: row.competitor.name, page: page?.title || page?.url || '', address: page?.url ?? '' }
  );
}
