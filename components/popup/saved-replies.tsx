import { useAsk } from '../hooks/use-ask.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** Opens the saved replies in the page below: at its editor, or to be copied where nothing there has the focus. */
export function SavedReplies({ tabId }: { tabId: number }) {
  const t = useT();
  const { close } = useSurroundings();
  const call = useAsk('tab.palette');
  const run = async () => {
    // they stand in the page, under the popup
    if ((await call.run({ tabId })).ok) close();
  };
  return (
    <div class="secondary">
      <Button kind="quiet" icon="edit" pending={call.pending} onClick={() => void run()}>
        {t('saved_replies')}
      </Button>
      {call.failed && <ErrorNote code={call.failed} />}
    </div>
  );
}
