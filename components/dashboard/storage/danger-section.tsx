import { useState } from 'preact/hooks';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useT } from '../words.ts';

/** Everything out of this browser; asked for in words, because a click is too easy for that. */
export function DangerSection({ empty }: { empty: boolean }) {
  const t = useT();
  const wipe = useAction('notebook.wipe');
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const word = t('storage_wipe_word');
  const close = () => {
    setAsking(false);
    setTyped('');
  };
  const run = async () => {
    await wipe.run({});
    close();
  };
  const toBackup = () => {
    close();
    const section = document.getElementById('backup');
    section?.scrollIntoView({ block: 'start' });
    section?.parentElement?.querySelector<HTMLButtonElement>('.button.primary')?.focus();
  };
  return (
    <section class="panel prose storage-danger" aria-labelledby="wipe">
      <h2 id="wipe">{t('storage_wipe_title')}</h2>
      <p>{t('storage_wipe_words')}</p>
      {/* a notebook that is empty to the eye may still keep a log, settings and second copies */}
      <Button kind="danger" icon="remove" pending={wipe.pending} onClick={() => setAsking(true)}>
        {t('storage_wipe')}
      </Button>
      {wipe.done && empty && <Note kind="good">{t('storage_wiped')}</Note>}
      {wipe.failed && <ErrorNote code={wipe.failed} />}
      {asking && (
        <ConfirmDialog
          title={t('storage_wipe_confirm')}
          confirm={t('storage_wipe')}
          pending={wipe.pending}
          disabled={typed.trim().toLowerCase() !== word.toLowerCase()}
          onConfirm={() => void run()}
          onCancel={close}
        >
          <p>{t('storage_wipe_goes')}</p>
          <p>{t('storage_wipe_stays')}</p>
          <Button onClick={toBackup}>{t('storage_wipe_backup')}</Button>
          <p class="storage-type">{t('storage_wipe_type', { word })}</p>
          <TextField label={t('empty_confirm_label')} value={typed} onInput={setTyped} />
        </ConfirmDialog>
      )}
    </section>
  );
}
