import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { useWords } from './words.ts';

/** A modal question before something that cannot be undone. The browser's own dialog keeps the focus in and Escape closes it. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  pending,
  disabled,
  onConfirm,
  onCancel,
}: {
  title: string;
  children: ComponentChildren;
  /** the words on the button: what will happen, not "OK" */
  confirm: string;
  pending?: boolean | undefined;
  disabled?: boolean | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const t = useWords();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      <div class="form-end">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button kind="danger" pending={pending} disabled={disabled} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
