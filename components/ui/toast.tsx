import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';
import type { Id } from '../../utils/domain/record.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { Button, IconButton } from './button.tsx';
import { ErrorNote } from './note.tsx';
import { useWords } from './words.ts';

/** What happened, and the operation that undo takes back; without one there is nothing to undo. */
export interface ToastMessage {
  text: string;
  undo?: Id | undefined;
}

/** Taking back an operation, as `useAction('operation.undo')` gives it. */
export interface UndoAction {
  run: (input: { undo: Id }) => Promise<{ ok: boolean }>;
  pending: boolean;
  failed: ErrorCode | null;
  clear: () => void;
}

const NotifyContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a message at the bottom of the surface: `notify({ text, undo })`. */
export function useNotify() {
  return useContext(NotifyContext);
}

/**
 * Holds the surface and its one message. The message stays until it is closed, undone or replaced: nobody has to hurry, and it
 * lies in the flow of the page, so that it covers nothing at the end of a list.
 */
export function Toasts({ undo, children }: { undo: UndoAction; children: ComponentChildren }) {
  const t = useWords();
  const [message, setMessage] = useState<ToastMessage | null>(null);
  const { clear } = undo;
  const notify = useCallback(
    (next: ToastMessage) => {
      clear();
      setMessage(next);
    },
    [clear],
  );
  const takeBack = async (operation: Id) => {
    const shown = message;
    const result = await undo.run({ undo: operation });
    if (result.ok) setMessage((now) => (now === shown ? { text: t('undone') } : now));
  };
  const operation = message?.undo;

  return (
    <NotifyContext.Provider value={notify}>
      {children}
      {message && (
        <div class="toast">
          <span class="toast-words" aria-hidden="true">
            {message.text}
          </span>
          {operation && (
            <Button kind="quiet" pending={undo.pending} onClick={() => void takeBack(operation)}>
              {t('undo')}
            </Button>
          )}
          <IconButton icon="close" label={t('close')} onClick={() => setMessage(null)} />
          {undo.failed && <ErrorNote code={undo.failed} />}
        </div>
      )}
      {/* a live region must stand in the page before its words change, or they are not read out */}
      <span class="sr-only" role="status">
        {message?.text}
      </span>
    </NotifyContext.Provider>
  );
}
