import { newId } from '../../utils/domain/new-id.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { type ReadTab, subjectName } from './fitting-action.ts';
import { useT } from './words.ts';

/** Captures the creator of the active tab; the message that it was saved offers undo. Shared by the first look and every later one. */
export function useCapture(tab: ReadTab) {
  const t = useT();
  const notify = useNotify();
  const capture = useAction('tab.capture');
  const run = async (): Promise<boolean> => {
    const operationId = newId();
    const result = await capture.run({ tabId: tab.tabId }, operationId);
    if (!result.ok) return false;
    const name = subjectName(tab);
    const text =
      result.value.outcome === 'created' ? t('creator_saved', { name }) : t('numbers_noted', { name });
    notify({ text, undo: operationId });
    return true;
  };
  return { run, pending: capture.pending, failed: capture.failed };
}

/** "Save creator": one click. */
export function SaveCreator({ tab, onSaved }: { tab: ReadTab; onSaved: () => void }) {
  const t = useT();
  const capture = useCapture(tab);
  return (
    <>
      <Button
        kind="primary"
        icon="person"
        pending={capture.pending}
        onClick={() => void capture.run().then((saved) => saved && onSaved())}
      >
        {t('save_creator')}
      </Button>
      {capture.failed && <ErrorNote code={capture.failed} />}
    </>
  );
}
