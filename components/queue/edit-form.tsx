import { useState } from 'preact/hooks';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import { formatTime } from '../../utils/i18n/format.ts';
import type { Input } from '../../utils/messaging/protocol.ts';
import { Button } from '../ui/button.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { chosenDeadline, DeadlineField, type DeadlineValue, toLocalField } from './deadline-field.tsx';
import { OwnerField } from './owner-field.tsx';
import type { CaseActions } from './use-case-actions.ts';
import { useT } from './words.tsx';

/** Title, owner, deadline, urgency and a note. Only what was changed is sent. */
export function EditForm({
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
  const [title, setTitle] = useState(row.title);
  const [owner, setOwner] = useState(row.owner ?? '');
  const [urgent, setUrgent] = useState(row.urgent);
  const [deadline, setDeadline] = useState<{ value: DeadlineValue; moment: string }>({
    value: 'same',
    moment: toLocalField(row.due),
  });
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    const named = title.trim();
    if (!named || actions.pending) return;
    const due = chosenDeadline(deadline.value, deadline.moment);
    const whose = owner.trim();
    const changes: Input<'case.edit'>['changes'] = {
      ...(named === row.title ? {} : { title: named }),
      ...(whose === (row.owner ?? '') ? {} : { owner: whose || null }),
      ...(urgent === row.urgent ? {} : { urgent }),
      ...(due === undefined ? {} : { deadline: due }),
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    if (Object.keys(changes).length === 0 || (await actions.edit(row, changes))) onDone();
  };
  return (
    <form
      class="queue-form"
      aria-label={t('queue_do_edit_named', { title: row.title })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('queue_title_field')}
        error={tried && !title.trim() ? t('queue_title_needed') : undefined}
        maxLength={300}
        value={title}
        onInput={setTitle}
      />
      <OwnerField
        label={t('queue_owner')}
        hint={t('queue_owner_hint')}
        value={owner}
        departments={departments}
        onInput={setOwner}
      />
      <DeadlineField
        same={t('queue_deadline_same', { time: formatTime(t.locale, row.due) })}
        value={deadline.value}
        moment={deadline.moment}
        onChange={(value, moment) => setDeadline({ value, moment })}
      />
      <CheckField
        label={t('queue_urgent')}
        hint={t('queue_urgent_hint')}
        checked={urgent}
        onChange={setUrgent}
      />
      <TextField label={t('queue_note')} rows={2} maxLength={5_000} value={note} onInput={setNote} />
      <div class="form-end">
        <Button type="submit" kind="primary" pending={actions.pending}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
