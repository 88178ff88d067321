import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Note } from '../ui/note.tsx';
import { useT } from './words.tsx';

/**
 * Copies a text and says so at the button.
 * @param text made in the press: browsers copy only there
 * @param name what is copied, for those who do not see where the button stands
 */
export function CopyButton({
  text,
  name,
  words,
  copy = copyText,
}: {
  text: () => string;
  name: string;
  /** on the button; absent: "Copy" */
  words?: string | undefined;
  copy?: ((text: string) => Promise<boolean>) | undefined;
}) {
  const t = useT();
  const [copied, setCopied] = useState<boolean | null>(null);
  const shown = words ?? t('queue_copy');
  return (
    <div class="queue-copy">
      <Button
        label={words === undefined ? t('queue_copy_named', { name }) : undefined}
        onClick={() => void copy(text()).then(setCopied)}
      >
        {shown}
      </Button>
      <span role="status" class="queue-soft">
        {copied === true && t('queue_copied')}
      </span>
      {copied === false && <Note kind="bad">{t('queue_not_copied')}</Note>}
    </div>
  );
}
