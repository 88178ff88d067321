import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from './words.tsx';

/** Copies a text and says so; where the browser refuses, that is said too. */
export function CopyButton({
  text,
  done,
  children,
}: {
  text: string;
  /** what is said when it is in the clipboard */
  done: string;
  children: ComponentChildren;
}) {
  const t = useT();
  const notify = useNotify();
  const [refused, setRefused] = useState(false);
  const copy = async () => {
    const copied = await copyText(text);
    setRefused(!copied);
    if (copied) notify({ text: done });
  };
  return (
    <>
      <Button onClick={() => void copy()}>{children}</Button>
      {refused && <Note kind="bad">{t('campaigns_copy_failed')}</Note>}
    </>
  );
}
