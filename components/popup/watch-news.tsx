import type { WatchedPage } from '../../utils/domain/competitor.ts';
import { formatAgo } from '../../utils/i18n/format.ts';
import type { BySeverity } from '../../utils/messaging/protocol/snapshots.ts';
import type { WatchDigest } from '../../utils/messaging/protocol/watch.ts';
import { Button } from '../ui/button.tsx';
import { useT } from './words.ts';

export type DigestRow = WatchDigest['rows'][number];

/** How many changes, with the important ones said apart; nothing where there is none. */
export function useCountWords(): (unread: BySeverity) => string | null {
  const t = useT();
  return ({ low, medium, high }) => {
    const count = low + medium + high;
    if (count === 0) return null;
    const all = t('watch_changes', { count });
    if (high === 0) return all;
    return `${all} · ${t('watch_changes_of', { count: high, severity: t('watch_severity_high') })}`;
  };
}

/** What a competitor changed since somebody last looked, and what is wrong with its pages: the worst of them is said. */
export function WatchNews({
  name,
  row: { unread, pages },
  staleDays,
  watched,
  onOpen,
}: {
  name: string;
  row: DigestRow;
  staleDays: number;
  /** whose last look is said above */
  watched: readonly WatchedPage[];
  onOpen: () => void;
}) {
  const t = useT();
  const count = useCountWords()(unread);
  const unreadable = pages.find((page) => page.unreadable)?.unreadable;
  const last = pages
    .flatMap(({ lastReadAt }) => lastReadAt ?? [])
    .sort()
    .at(-1);
  const ago = last && formatAgo(t.locale, last, Date.now());
  // looked at and read at the same time: once said is enough
  const isSaid = watched.some(
    ({ lastLookedAt }) => lastLookedAt && formatAgo(t.locale, lastLookedAt, Date.now()) === ago,
  );
  return (
    <div class="watch-news">
      {count && (
        <Button kind="quiet" label={`${count}, ${t('watch_news_named', { name })}`} onClick={onOpen}>
          <span class={unread.high > 0 ? 'watch-grave' : undefined}>{count}</span>
        </Button>
      )}
      {unreadable && (
        <span class="watch-warn">{t('watch_unreadable', { reason: t(`watch_reason_${unreadable}`) })}</span>
      )}
      {last && pages.some(({ stale }) => stale) && (
        <span class="watch-warn">{t('watch_stale', { days: staleDays })}</span>
      )}
      {!isSaid && <span class="soft">{ago ? t('watch_last_read', { ago }) : t('watch_never_read')}</span>}
    </div>
  );
}
