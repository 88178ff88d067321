import { useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { creditOf, isProof } from '../../../utils/domain/rights-use.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { emptyProof, ProofFields, proofOf, urlFits } from './proof-part.tsx';
import { daysOf, scopeList } from './rights-words.ts';
import { ScopeBoxes } from './scope-boxes.tsx';
import { useT } from './words.tsx';

/** What the author said: which uses, under which name, from when until when, and the proof without which a yes is refused. */
export function AnswerForm({ grant, onDone }: { grant: RightsGrant; onDone: () => void }) {
  const t = useT();
  const notify = useNotify();
  const save = useAction('rights.answer');
  const holds = grant.state === 'granted';
  const [state, setState] = useState<'granted' | 'declined'>('granted');
  const [scopes, setScopes] = useState(holds ? grant.scopes : grant.askedScopes);
  const [creditLine, setCreditLine] = useState(grant.creditLine ?? creditOf(grant.subject.author));
  const [from, setFrom] = useState(grant.from ?? '');
  // what was allowed for a time is not made longer by a new yes unless somebody says so
  const [until, setUntil] = useState(grant.until ?? '');
  const [proof, setProof] = useState({ ...emptyProof, picture: grant.answerCropId !== undefined });
  const [checked, setChecked] = useState(false);
  const given = proofOf(proof, grant.answerCropId);
  const yes = state === 'granted';
  const daysWrong = from !== '' && until !== '' && until < from;
  const faults = {
    scopes: yes && scopes.length === 0,
    days: yes && daysWrong,
    proof: yes && !isProof(given),
    url: !urlFits(proof),
  };

  const submit = async () => {
    setChecked(true);
    if (save.pending || Object.values(faults).some(Boolean)) return;
    const answer = yes
      ? {
          state,
          scopes,
          ...(creditLine.trim() ? { creditLine: creditLine.trim() } : {}),
          ...(from ? { from } : {}),
          ...(until ? { until } : {}),
        }
      : { state };
    const operation = newId();
    const result = await save.run({ grantId: grant.id, answer, proof: given }, operation);
    if (!result.ok) return;
    notify({ text: t('rights_answer_done'), undo: operation });
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
      <Select
        label={t('rights_answer_said')}
        value={state}
        options={[
          { value: 'granted', label: t('rights_answer_yes') },
          { value: 'declined', label: t('rights_answer_no') },
        ]}
        onChange={setState}
      />
      {yes && (
        <>
          {holds && (
            <Note>
              {t('rights_answer_replaces', { now: `${scopeList(grant.scopes, t)}, ${daysOf(grant, t)}` })}
            </Note>
          )}
          <ScopeBoxes
            label={t('rights_scopes')}
            scopes={scopes}
            error={checked && faults.scopes ? t('rights_scope_needed') : undefined}
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
              error={checked && faults.days ? t('rights_days_wrong') : undefined}
              onInput={setUntil}
            />
          </div>
        </>
      )}
      <ProofFields proof={proof} cropId={grant.answerCropId} checked={checked} onChange={setProof} />
      {checked && faults.proof && <Note kind="bad">{t('rights_proof_needed')}</Note>}
      {save.failed && <ErrorNote code={save.failed} />}
      <div class="form-end">
        <Button type="submit" kind="primary" pending={save.pending}>
          {t('rights_save_answer')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
