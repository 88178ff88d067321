import { useRef } from 'preact/hooks';
import type { WatchedPage } from '../../../utils/domain/competitor.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import { useAction } from '../../hooks/use-action.ts';
import { type LookRow, useLooks } from '../../hooks/use-looks.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { lookHash } from './look-address.ts';
import { useT } from './words.tsx';

/** Every look at a page that is kept, newest first. */
export function Timeline({ page, current }: { page: WatchedPage; current: string }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows, more, pending, failed, showMore, again } = useLooks(page.id);
  return (
    <section class="panel" aria-labelledby="watch-timeline">
      <h2 id="watch-timeline" ref={heading} tabIndex={-1}>
        {t('watch_timeline')}
      </h2>
      {failed && <ErrorNote code={failed} again={again} />}
      {!rows && !failed && <Skeleton lines={4} label={t('loading')} />}
      {rows?.length === 0 && <EmptyState title={t('watch_no_looks')}>{t('watch_no_looks_next')}</EmptyState>}
      <ol class="rows">
        {rows?.map((look) => (
          <LookItem
            key={look.id}
            look={look}
            current={look.id === current}
            onRemoved={() => heading.current?.focus()}
          />
        ))}
      </ol>
      {rows && more && (
        <Button pending={pending} onClick={showMore}>
          {t('watch_older')}
        </Button>
      )}
    </section>
  );
}

function LookItem({ look, current, onRemoved }: { look: LookRow; current: boolean; onRemoved: () => void }) {
  const t = useT();
  const notify = useNotify();
  const pin = useAction('snapshot.pin');
  const remove = useAction('snapshot.remove');
  const time = formatTime(t.locale, look.takenAt);
  const failed = pin.failed ?? remove.failed;
  const takeOut = async () => {
    const operationId = newId();
    const result = await remove.run({ snapshotId: look.id }, operationId);
    if (!result.ok) return;
    notify({ text: t('watch_look_removed', { time }), undo: operationId });
    onRemoved();
  };
  return (
    <li>
      <div class="row-words">
        <a
          href={lookHash({ ...look, snapshotId: look.id, at: look.takenAt })}
          aria-current={current || undefined}
        >
          <time dateTime={look.takenAt}>{time}</time>
        </a>
        <span class="soft"> · {t(`watch_cause_${look.cause}`)}</span>
        {look.seenAgainAt && (
          <span class="soft">
            {' '}
            · {t('watch_seen_again', { time: formatTime(t.locale, look.seenAgainAt) })}
          </span>
        )}
        {look.changes > 0 && <span> · {t('watch_changes', { count: look.changes })}</span>}
        {look.note && <span> · {t('watch_noted')}</span>}
        {look.status.state === 'unreadable' && (
          <p class="watch-warn">
            {t('watch_unreadable', { reason: t(`watch_reason_${look.status.reason}`) })}
          </p>
        )}
        {failed && <ErrorNote code={failed} />}
      </div>
      <Button
        kind="quiet"
        pressed={look.pinned}
        pending={pin.pending}
        label={t('watch_pin_named', { time })}
        onClick={() => void pin.run({ snapshotId: look.id, pinned: !look.pinned })}
      >
        {t('watch_pin')}
      </Button>
      <IconButton
        icon="remove"
        label={t('remove_named', { name: time })}
        pending={remove.pending}
        onClick={() => void takeOut()}
      />
    </li>
  );
}
