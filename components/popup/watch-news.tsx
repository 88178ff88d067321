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
  onOpen,
}: {
  name: string;
  row: DigestRow;
  staleDays: number;
  onOpen: () => void;
}) {
  const t = useT();
  const count = useCountWords()(unread);
  const unreadable = pages.find((page) => page.unreadable)?.unreadable;
  const last = pages
    .flatMap(({ lastReadAt }) => lastReadAt ?? [])
    .sort()
    .at(-1);
  return (
    <div class="watch-news">
      {count && (
        <Button kind="quiet" label={`${count}, ${t('watch_news_named', { name })}`} onClick={onOpen}>
          {count}
        </Button>
      )}
      {unreadable && (
        <span class="watch-warn">{t('watch_unreadable', { reason: t(`watch_reason_${unreadable}`) })}</span>
      )}
      {last && pages.some(({ stale }) => stale) && (
        <span class="watch-warn">{t('watch_stale', { days: staleDays })}</span>
      )}
      <span class="soft">
        {last ? t('watch_last_read', { ago: formatAgo(t.locale, last, Date.now()) }) : t('watch_never_read')}
      </span>
    </div>
  );
}
