import { useState } from 'preact/hooks';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { passOnText } from './case-text.ts';
import { fromLocalField, MomentField } from './deadline-field.tsx';
import { OwnerField } from './owner-field.tsx';
import type { CaseActions } from './use-case-actions.ts';
import { useT } from './words.tsx';

/** Whom it is passed on to and until when; the message for them is read here and copied by the one press that notes it. */
export function PassOnForm({
  row,
  departments,
  actions,
  onDone,
}: {
  row: CaseRow;
  departments: readonly string[];
  actions: CaseActions;
  onDone: () => void;
}) {
  const t = useT();
  const [department, setDepartment] = useState(row.department ?? row.owner ?? '');
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const name = department.trim();
  const due = fromLocalField(until);
  const text = name ? passOnText(t, row, { department: name, due, note, now: Date.now() }) : null;
  const pass = async (copied: boolean) => {
    setTried(true);
    if (!text || actions.pending) return;
    const done = await actions.move(
      row,
      {
        to: 'passed-on',
        department: name,
        ...(due === undefined ? {} : { departmentDue: due }),
        ...(note.trim() ? { note: note.trim() } : {}),
      },
      copied ? text : undefined,
    );
    if (done) onDone();
  };
  return (
    <form
      class="queue-form"
      aria-label={t('queue_do_pass-on_named', { title: row.title })}
      onSubmit={(event) => {
        event.preventDefault();
        void pass(true);
      }}
    >
      <OwnerField
        label={t('queue_pass_on_to')}
        error={tried && !name ? t('queue_pass_on_needed') : undefined}
        value={department}
        departments={departments}
        onInput={setDepartment}
      />
      <MomentField
        label={t('queue_department_until')}
        hint={t('queue_department_until_hint')}
        value={until}
        onChange={setUntil}
      />
      <TextField label={t('queue_note')} rows={2} maxLength={5_000} value={note} onInput={setNote} />
      {text && (
        <div class="queue-text">
          <p class="queue-strong">{t('queue_pass_on_text')}</p>
          <p class="queue-whole">{text}</p>
        </div>
      )}
      <div class="form-end">
        <Button type="submit" kind="primary" pending={actions.pending}>
          {t('queue_pass_on_copy')}
        </Button>
        <Button onClick={() => void pass(false)}>{t('queue_pass_on_only')}</Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
