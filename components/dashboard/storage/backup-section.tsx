import { localDay } from '../../../utils/domain/day.ts';
import { backupFileName } from '../../../utils/files/backup-file.ts';
import { formatAgo, formatTime } from '../../../utils/i18n/format.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { useBackup } from '../../hooks/use-backup.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { Progress } from './progress.tsx';

/** A notebook without a backup for so long is to be backed up. */
const dueAfter = 7 * 24 * 60 * 60 * 1_000;

/** When the notebook was last saved to a file, and the button that does it. */
export function BackupSection({ health }: { health: Output<'storage.health'> }) {
  const t = useT();
  const { saveFile } = useSurroundings();
  const { state, run, cancel } = useBackup();
  const { lastBackup, empty } = health;
  const due = !empty && (!lastBackup || Date.now() - Date.parse(lastBackup) > dueAfter);
  const name = backupFileName(localDay());
  const running = state.phase === 'running';
  return (
    <section class="panel prose" aria-labelledby="backup">
      <h2 id="backup">{t('storage_backup_title')}</h2>
      <p>{t('storage_backup_words')}</p>
      {lastBackup ? (
        <p>
          {t('storage_last_backup', {
            ago: formatAgo(t.locale, lastBackup, Date.now()),
            time: formatTime(t.locale, lastBackup),
          })}
        </p>
      ) : (
        <p>{t('storage_no_backup')}</p>
      )}
      {due && state.phase !== 'done' && <Note kind="warn">{t('storage_backup_due')}</Note>}
      {running ? (
        <Progress label={t('storage_backing_up')} done={state.done} total={state.total} cancel={cancel} />
      ) : (
        <Button kind="primary" onClick={() => void run((file) => saveFile(name, file))}>
          {t('storage_back_up')}
        </Button>
      )}
      {state.phase === 'done' && (
        <Note kind="good">
          <p>{t('storage_backed_up', { name })}</p>
          <p>{t('storage_backup_keep')}</p>
        </Note>
      )}
      {state.phase === 'cancelled' && <Note>{t('storage_backup_cancelled')}</Note>}
      {state.phase === 'failed' &&
        (state.code === 'busy' ? (
          <Note kind="bad">{t('storage_backup_moved')}</Note>
        ) : (
          <ErrorNote code={state.code} />
        ))}
    </section>
  );
}
