import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { useT } from './words.ts';

/** Takes a snapshot of the active tab's page, which is on the watchlist, and says what it found. */
export function WatchSnapshot({ tabId }: { tabId: number }) {
  const t = useT();
  const notify = useNotify();
  const take = useAction('snapshot.take');
  const run = async () => {
    const result = await take.run({ tabId });
    if (!result.ok) return;
    const { status, first, unchanged, changes } = result.value;
    const count = changes.low + changes.medium + changes.high;
    if (status.state === 'unreadable')
      notify({ text: t('watch_unreadable', { reason: t(`watch_reason_${status.reason}`) }) });
    else if (first) notify({ text: t('snapshot_first') });
    else if (unchanged || count === 0) notify({ text: t('snapshot_same') });
    else notify({ text: t('snapshot_found', { count }) });
  };
  return (
    <>
      <Button icon="eye" pending={take.pending} onClick={() => void run()}>
        {t('snapshot_take')}
      </Button>
      {take.failed && <ErrorNote code={take.failed} />}
    </>
  );
}
