import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from './words.tsx';

/** The credit line with a press to copy it. */
export function CopyCredit({ line }: { line: string }) {
  const t = useT();
  const notify = useNotify();
  const [refused, setRefused] = useState(false);
  const copy = async () => {
    const copied = await copyText(line);
    setRefused(!copied);
    if (copied) notify({ text: t('rights_copied') });
  };
  return (
    <span class="rights-credit">
      <bdi>{line}</bdi>
      <Button kind="quiet" label={t('rights_copy_credit_named', { line })} onClick={() => void copy()}>
        {t('rights_copy_credit')}
      </Button>
      {refused && <Note kind="bad">{t('rights_copy_failed')}</Note>}
    </span>
  );
}
