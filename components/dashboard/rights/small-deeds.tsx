import { useState } from 'preact/hooks';
import { newId } from '../../../utils/domain/new-id.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import type { RightsScope } from '../../../utils/domain/rights-state.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { ScopeBoxes } from './scope-boxes.tsx';
import { useT } from './words.tsx';

/** Where it is in use now: ticked at once, so that it can be told when the right ends. */
export function InUse({ grant }: { grant: RightsGrant }) {
  const t = useT();
  const edit = useAction('rights.edit');
  // what was ticked stands at once; a failure puts back what is stored
  const [wanted, setWanted] = useState(grant.inUse);
  const [seen, setSeen] = useState(grant.inUse);
  if (seen !== grant.inUse) {
    setSeen(grant.inUse);
    setWanted(grant.inUse);
  }
  const run = async (inUse: RightsScope[]) => {
    setWanted(inUse);
    const result = await edit.run({ grantId: grant.id, changes: { inUse } });
    if (!result.ok) setWanted(grant.inUse);
  };
  return (
    <>
      <ScopeBoxes
        label={t('rights_in_use')}
        hint={t('rights_in_use_hint')}
        scopes={wanted}
        onChange={(inUse) => void run(inUse)}
      />
      {edit.failed && <ErrorNote code={edit.failed} />}
    </>
  );
}

/** Takes the picture of the post away; undo brings it back. */
export function RemovePicture({ grantId }: { grantId: string }) {
  const t = useT();
  const notify = useNotify();
  const remove = useAction('rights.remove-crop');
  const run = async () => {
    const operation = newId();
    const result = await remove.run({ grantId, of: 'item' }, operation);
    if (result.ok) notify({ text: t('rights_picture_removed'), undo: operation });
  };
  return (
    <>
      <Button kind="quiet" pending={remove.pending} onClick={() => void run()}>
        {t('rights_remove_picture')}
      </Button>
      {remove.failed && <ErrorNote code={remove.failed} />}
    </>
  );
}

/** Takes the whole entry away; undo brings it back. */
export function RemoveEntry({ grantId }: { grantId: string }) {
  const t = useT();
  const notify = useNotify();
  const remove = useAction('rights.remove');
  const run = async () => {
    const operation = newId();
    const result = await remove.run({ grantId }, operation);
    if (!result.ok) return;
    notify({ text: t('rights_removed'), undo: operation });
    location.hash = '#/rights';
  };
  return (
    <div class="rights-end">
      <Button kind="danger" icon="remove" pending={remove.pending} onClick={() => void run()}>
        {t('rights_remove')}
      </Button>
      {remove.failed && <ErrorNote code={remove.failed} />}
    </div>
  );
}
