import { useAction } from '../hooks/use-action.ts';
import { usePicture } from '../hooks/use-picture.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** Takes a snapshot of the active tab's page, which is on the watchlist, says what it found, and how far its picture is. */
export function WatchSnapshot({ tabId }: { tabId: number }) {
  const t = useT();
  const notify = useNotify();
  const { openDashboard } = useSurroundings();
  const take = useAction('snapshot.take');
  const cancel = useAction('snapshot.cancel-picture');
  const { running, missing, follow } = usePicture(tabId);
  const run = async () => {
    const result = await take.run({ tabId });
    if (!result.ok) return;
    const { snapshotId, status, first, unchanged, changes } = result.value;
    follow(snapshotId);
    const count = changes.low + changes.medium + changes.high;
    if (status.state === 'unreadable')
      notify({ text: t('watch_unreadable', { reason: t(`watch_reason_${status.reason}`) }) });
    else if (first) notify({ text: t('snapshot_first') });
    else if (unchanged || count === 0) notify({ text: t('snapshot_same') });
    else notify({ text: t('snapshot_found', { count }) });
  };
  return (
    <>
      <Button icon="eye" pending={take.pending || running !== null} onClick={() => void run()}>
        {t('snapshot_take')}
      </Button>
      {running && (
        <span class="soft with-icon">
          {t('snapshot_picture', { share: `${Math.round(running.share * 100)}%` })}
          <Button
            kind="quiet"
            pending={cancel.pending}
            onClick={() => void cancel.run({ snapshotId: running.snapshotId })}
          >
            {t('snapshot_picture_cancel')}
          </Button>
        </span>
      )}
      {missing && <Note>{t('snapshot_no_picture', { reason: t(`watch_missing_${missing}`) })}</Note>}
      {take.failed && <ErrorNote code={take.failed} />}
      {take.failed === 'quota' && (
        <Button kind="quiet" onClick={() => openDashboard('#/watch')}>
          {t('snapshot_thin')}
        </Button>
      )}
    </>
  );
}
