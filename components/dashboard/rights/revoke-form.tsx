import { useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { emptyProof, ProofFields, proofOf, urlFits } from './proof-part.tsx';
import { useT } from './words.tsx';

/** The permission ends now, whoever ends it. */
export function RevokeForm({ grant, onDone }: { grant: RightsGrant; onDone: () => void }) {
  const t = useT();
  const notify = useNotify();
  const revoke = useAction('rights.revoke');
  const [proof, setProof] = useState(emptyProof);
  const [checked, setChecked] = useState(false);
  const submit = async () => {
    setChecked(true);
    if (revoke.pending || !urlFits(proof)) return;
    const operation = newId();
    const given = proofOf(proof, grant.answerCropId);
    const result = await revoke.run({ grantId: grant.id, proof: given }, operation);
    if (!result.ok) return;
    notify({ text: t('rights_revoke_done'), undo: operation });
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
      <p class="soft">{t('rights_revoke_words')}</p>
      <ProofFields proof={proof} cropId={grant.answerCropId} checked={checked} onChange={setProof} />
      {revoke.failed && <ErrorNote code={revoke.failed} />}
      <div class="form-end">
        <Button type="submit" kind="danger" pending={revoke.pending}>
          {t('rights_revoke_confirm')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
