import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from './words.tsx';

/** The system's own sheet, where the browser has one; what is sent, and to whom, is the person's choice there. */
const canShare = () => typeof navigator.share === 'function';

/**
 * Copies a short text for a colleague, or hands it to the system's share sheet. Nothing is sent by itself.
 * @param text made in the click: browsers copy only there
 * @param what names it to those who do not see its row
 */
export function ShareButton({ text, what }: { text: () => string; what: string }) {
  const t = useT();
  const notify = useNotify();
  const [refused, setRefused] = useState<'watch_copy_failed' | 'watch_share_failed' | null>(null);
  const copy = async () => {
    const copied = await copyText(text());
    setRefused(copied ? null : 'watch_copy_failed');
    if (copied) notify({ text: t('watch_copied') });
  };
  const share = async () => {
    try {
      await navigator.share({ text: text() });
      setRefused(null);
    } catch (error) {
      // closing the sheet is a choice
      const closed = error instanceof DOMException && error.name === 'AbortError';
      setRefused(closed ? null : 'watch_share_failed');
    }
  };
  return (
    <>
      <Button kind="quiet" label={t('watch_share_named', { what })} onClick={() => void copy()}>
        {t('watch_copy')}
      </Button>
      {canShare() && (
        <Button kind="quiet" label={t('watch_share_send_named', { what })} onClick={() => void share()}>
          {t('watch_share_send')}
        </Button>
      )}
      {refused && <Note kind="bad">{t(refused)}</Note>}
    </>
  );
}
