import { useUndo } from '../hooks/use-undo.ts';
import { QueueView } from '../queue/queue-view.tsx';
import { QueueWords } from '../queue/words.tsx';
import { Toasts } from '../ui/toast.tsx';

/** What is to be handled, with its words and its messages: loaded when somebody goes there. */
export function QueuePart({ onReplies }: { onReplies: () => void }) {
  const undo = useUndo();
  return (
    <QueueWords>
      <Toasts undo={undo}>
        <QueueView onReplies={onReplies} />
      </Toasts>
    </QueueWords>
  );
}
