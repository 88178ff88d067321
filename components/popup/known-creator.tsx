import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNote } from '../ui/note.tsx';
import type { ReadTab } from './fitting-action.ts';
import { LazyCreatorCard } from './lazy-creator-card.ts';
import { useCapture } from './save-creator.tsx';
import { useT } from './words.ts';

/** A creator who is in the list already: note the numbers again, open the details. */
export function KnownCreator({ tab, creatorId, open }: { tab: ReadTab; creatorId: string; open: boolean }) {
  const t = useT();
  const detailsId = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const shown = chosen ?? open;
  const words = useRef<HTMLParagraphElement>(null);
  // the button that saved is gone: the focus goes on from here instead of falling back to the top
  useEffect(() => {
    if (open) words.current?.focus();
  }, [open]);
  const capture = useCapture(tab);
  return (
    <>
      <p class="known" ref={words} tabIndex={-1}>
        <Icon name="known" /> {t('known')}
      </p>
      <div class="form-end">
        <Button
          kind={open ? 'plain' : 'primary'}
          icon="again"
          pending={capture.pending}
          onClick={() => void capture.run()}
        >
          {t('note_again')}
        </Button>
        <Button
          icon={shown ? 'up' : 'down'}
          expanded={shown}
          controls={detailsId}
          onClick={() => setChosen(!shown)}
        >
          {t('details')}
        </Button>
      </div>
      {capture.failed && <ErrorNote code={capture.failed} />}
      {shown && (
        <div id={detailsId}>
          <LazyCreatorCard creatorId={creatorId} />
        </div>
      )}
    </>
  );
}
