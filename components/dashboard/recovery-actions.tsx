import { useState } from 'preact/hooks';
import { formatTime } from '../../utils/i18n/format.ts';
import type { RecoveryStatus } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useT } from './words.ts';

/** The second copy with what is in it, so that the choice is an informed one. */
export function Restore({
  copy,
  onDone,
}: {
  copy: RecoveryStatus['secondCopy'];
  onDone: (records: number) => void;
}) {
  const t = useT();
  const restore = useAction('recovery.restore');
  const [asking, setAsking] = useState(false);
  const run = async () => {
    const result = await restore.run({});
    setAsking(false);
    if (result.ok) onDone(result.value.records);
  };
  const time = copy && formatTime(t.locale, copy.at);
  return (
    <section class="panel prose" aria-labelledby="restore">
      <h2 id="restore">{t('restore_title')}</h2>
      {copy && time ? (
        <>
          <p>{t('restore_found', { time, count: copy.creators, records: copy.records })}</p>
          <p class="soft">{t('restore_lacks')}</p>
          <Button kind="primary" icon="again" pending={restore.pending} onClick={() => setAsking(true)}>
            {t('restore')}
          </Button>
        </>
      ) : (
        <p>{t('restore_none')}</p>
      )}
      {restore.failed && <ErrorNote code={restore.failed} />}
      {asking && time && (
        <ConfirmDialog
          title={t('restore_confirm_title', { time })}
          confirm={t('restore')}
          pending={restore.pending}
          onConfirm={() => void run()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('restore_confirm_words')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

/** Gives the missing records up; asked for in words, because a click is too easy for that. */
export function StartEmpty({ onDone }: { onDone: () => void }) {
  const t = useT();
  const start = useAction('recovery.start-empty');
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const word = t('empty_word');
  const run = async () => {
    const result = await start.run({});
    setAsking(false);
    if (result.ok) onDone();
  };
  return (
    <section class="panel prose" aria-labelledby="empty">
      <h2 id="empty">{t('empty_title')}</h2>
      <p>{t('empty_words')}</p>
      <Button
        kind="danger"
        pending={start.pending}
        onClick={() => {
          setTyped('');
          setAsking(true);
        }}
      >
        {t('empty_start')}
      </Button>
      {start.failed && <ErrorNote code={start.failed} />}
      {asking && (
        <ConfirmDialog
          title={t('empty_confirm_title')}
          confirm={t('empty_start')}
          pending={start.pending}
          disabled={typed.trim().toLowerCase() !== word.toLowerCase()}
          onConfirm={() => void run()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('empty_confirm_words', { word })}</p>
          <TextField label={t('empty_confirm_label')} value={typed} onInput={setTyped} />
        </ConfirmDialog>
      )}
    </section>
  );
}
