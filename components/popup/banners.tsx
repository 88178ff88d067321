import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** The notebook is gone or damaged: the only way on is the recovery page. */
export function RecoveryBanner() {
  const t = useT();
  const { openDashboard } = useSurroundings();
  return (
    <Note
      kind="bad"
      action={
        <Button kind="primary" onClick={() => openDashboard('#/recovery')}>
          {t('recovery_open')}
        </Button>
      }
    >
      <strong>{t('recovery_title')}</strong>
      <p>{t('error_recovery')}</p>
    </Note>
  );
}

/** Stands until the first run is done or put off for good. */
export function FirstRunBanner() {
  const t = useT();
  const { openDashboard } = useSurroundings();
  const save = useAction('settings.save');
  return (
    <div class="first-run">
      <p>{t('first_run_words')}</p>
      <div class="form-end">
        <Button kind="primary" onClick={() => openDashboard('#/welcome')}>
          {t('first_run_open')}
        </Button>
        <Button
          kind="quiet"
          pending={save.pending}
          onClick={() => void save.run({ changes: { firstRunDone: true } })}
        >
          {t('first_run_later')}
        </Button>
      </div>
      {save.failed && <ErrorNote code={save.failed} />}
    </div>
  );
}

/** A week without a backup. Stays until there is one: nothing here makes it. */
export function BackupBanner() {
  const t = useT();
  const { openDashboard } = useSurroundings();
  return (
    <Note kind="warn" action={<Button onClick={() => openDashboard('#/storage')}>{t('backup_open')}</Button>}>
      {t('backup_due')}
    </Note>
  );
}
