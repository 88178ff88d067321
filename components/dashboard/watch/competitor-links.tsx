import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import { formatAgo } from '../../../utils/i18n/format.ts';
import type { WatchDigest } from '../../../utils/messaging/protocol/watch.ts';
import { useT } from './words.tsx';

/** Whom we watch, each with what is new and how fresh it is. */
export function CompetitorLinks({
  watchlist,
  digest,
}: {
  watchlist: readonly WatchlistRow[];
  digest: WatchDigest | undefined;
}) {
  const t = useT();
  return (
    <ul class="watch-competitors">
      {watchlist.map(({ competitor, pages }) => {
        const row = digest?.rows.find(({ competitorId }) => competitorId === competitor.id);
        const count = row ? row.unread.high + row.unread.medium + row.unread.low : 0;
        return (
          <li key={competitor.id} class="watch-competitor">
            <p>
              <a href={`#/watch/${competitor.id}`} class="strong">
                <bdi>{competitor.name}</bdi>
              </a>{' '}
              <span class="soft">{t(`tier_${competitor.tier}`)}</span>
            </p>
            {row && <p>{count > 0 ? t('watch_changes', { count }) : t('watch_none_new')}</p>}
            {row && <Freshness pages={row.pages} staleDays={digest?.staleDays ?? 0} />}
            {pages.length > 1 && <p class="soft">{t('watch_pages', { count: pages.length })}</p>}
          </li>
        );
      })}
    </ul>
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
