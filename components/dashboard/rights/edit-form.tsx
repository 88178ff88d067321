import { useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { ScopeBoxes } from './scope-boxes.tsx';
import { useT } from './words.tsx';

/** What needs no new word of the author. */
export function EditForm({ grant, onDone }: { grant: RightsGrant; onDone: () => void }) {
  const t = useT();
  const notify = useNotify();
  const edit = useAction('rights.edit');
  const holds = grant.state === 'granted';
  const [scopes, setScopes] = useState(grant.scopes);
  const [creditLine, setCreditLine] = useState(grant.creditLine ?? '');
  const [from, setFrom] = useState(grant.from ?? '');
  const [until, setUntil] = useState(grant.until ?? '');
  const [note, setNote] = useState(grant.note ?? '');
  const [checked, setChecked] = useState(false);
  const wrong = from !== '' && until !== '' && until < from;
  const empty = holds && scopes.length === 0;
  const submit = async () => {
    setChecked(true);
    if (edit.pending || wrong || empty) return;
    const operation = newId();
    const terms = holds
      ? { scopes, creditLine: creditLine.trim() || null, from: from || null, until: until || null }
      : {};
    const changes = { ...terms, note: note.trim() || null };
    const result = await edit.run({ grantId: grant.id, changes }, operation);
    if (!result.ok) return;
    notify({ text: t('rights_saved'), undo: operation });
    onDone();
  };
  return (
    <form
      class="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {holds && (
        <>
          <p class="soft">{t('rights_edit_words')}</p>
          <ScopeBoxes
            label={t('rights_scopes')}
            scopes={scopes}
            offered={grant.scopes}
            error={checked && empty ? t('rights_scope_needed') : undefined}
            onChange={setScopes}
          />
          <TextField label={t('rights_credit')} value={creditLine} maxLength={300} onInput={setCreditLine} />
          <div class="form-row">
            <TextField label={t('rights_from')} type="date" value={from} onInput={setFrom} />
            <TextField
              label={t('rights_until')}
              type="date"
              value={until}
              hint={t('rights_until_hint')}
              error={checked && wrong ? t('rights_days_wrong') : undefined}
              onInput={setUntil}
            />
          </div>
        </>
      )}
      <TextField label={t('rights_note')} rows={3} maxLength={2_000} value={note} onInput={setNote} />
      {edit.failed && <ErrorNote code={edit.failed} />}
      <div class="form-end">
        <Button type="submit" kind="primary" pending={edit.pending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
