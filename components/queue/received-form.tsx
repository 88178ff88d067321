import { useState } from 'preact/hooks';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import type { CaseActions } from './use-case-actions.ts';
import { useT } from './words.tsx';

/** What the department said. Without its words it is noted all the same that it answered. */
export function ReceivedForm({
  row,
  actions,
  onDone,
}: {
  row: CaseRow;
  actions: CaseActions;
  onDone: () => void;
}) {
  const t = useT();
  const [answer, setAnswer] = useState(row.answer ?? '');
  return (
    <form
      class="queue-form"
      aria-label={t('queue_do_received_named', { title: row.title })}
      onSubmit={(event) => {
        event.preventDefault();
        if (actions.pending) return;
        const words = answer.trim();
        void actions
          .move(row, { to: 'answer-received', ...(words ? { answer: words } : {}) })
          .then((done) => done && onDone());
      }}
    >
      <TextField
        label={t('queue_answer')}
        hint={t('queue_answer_hint')}
        rows={3}
        maxLength={5_000}
        value={answer}
        onInput={setAnswer}
      />
      <div class="form-end">
        <Button type="submit" kind="primary" pending={actions.pending}>
          {t('queue_do_received')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
