import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import { formatAgo } from '../../../utils/i18n/format.ts';
import type { WatchDigest } from '../../../utils/messaging/protocol/watch.ts';
import { useRefreshes } from '../../hooks/use-refreshes.ts';
import { CappedList } from '../../ui/capped-list.tsx';
import { StoppedRefreshes } from './refresh-status.tsx';
import { useT } from './words.tsx';

/** Competitors shown before a press: what changed stands below and is what the page is for. */
const fewest = 9;

/** Whom we watch, each with what is new and how fresh it is. */
export function CompetitorLinks({
  watchlist,
  digest,
}: {
  watchlist: readonly WatchlistRow[];
  digest: WatchDigest | undefined;
}) {
  const t = useT();
  const refreshes = useRefreshes();
  return (
    <div class="watch-competitors">
      <CappedList
        items={watchlist}
        first={fewest}
        moreLabel={(count) => t('watch_show_more', { count })}
        row={({ competitor, pages }) => {
          const row = digest?.rows.find(({ competitorId }) => competitorId === competitor.id);
          const count = row ? row.unread.high + row.unread.medium + row.unread.low : 0;
          return (
            <li key={competitor.id} class="watch-competitor">
              <p>
                <a href={`#/watch/${competitor.id}`} class="strong">
                  <bdi>{competitor.name}</bdi>
                </a>{' '}
                <span class={`tier ${competitor.tier}`}>{t(`tier_${competitor.tier}`)}</span>
              </p>
              {row && <News unread={row.unread} count={count} />}
              {row && <Freshness pages={row.pages} staleDays={digest?.staleDays ?? 0} />}
              <StoppedRefreshes pages={pages} states={refreshes.value?.rows ?? []} />
              {pages.length > 1 && <p class="soft">{t('watch_pages', { count: pages.length })}</p>}
            </li>
          );
        }}
      />
    </div>
  );
}

function News({ unread, count }: { unread: WatchDigest['unread']; count: number }) {
  const t = useT();
  if (count === 0) return <p class="soft">{t('watch_none_new')}</p>;
  return (
    <p>
      {t('watch_changes', { count })}
      {unread.high > 0 && (
        <span class="watch-bad">
          {' · '}
          {t('watch_changes_of', { count: unread.high, severity: t('watch_severity_high') })}
        </span>
      )}
    </p>
  );
}

type DigestPage = WatchDigest['rows'][number]['pages'][number];

/** When pages were read last, and what is wrong with them: the worst is said first. */
export function Freshness({ pages, staleDays }: { pages: readonly DigestPage[]; staleDays: number }) {
  const t = useT();
  const unreadable = pages.find((page) => page.unreadable)?.unreadable;
  const times = pages.flatMap(({ lastReadAt }) => lastReadAt ?? []).sort();
  const last = times.at(-1);
  return (
    <>
      {unreadable && (
        <p class="watch-warn">{t('watch_unreadable', { reason: t(`watch_reason_${unreadable}`) })}</p>
      )}
      {last && pages.some(({ stale }) => stale) && (
        <p class="watch-warn">{t('watch_stale', { days: staleDays })}</p>
      )}
      <p class="soft">
        {last ? t('watch_last_read', { ago: formatAgo(t.locale, last, Date.now()) }) : t('watch_never_read')}
      </p>
    </>
  );
}
