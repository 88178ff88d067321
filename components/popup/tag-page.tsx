import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { lazy } from '../ui/lazy.tsx';
import { useT } from './words.ts';

/** The picker is loaded when it is asked for: the popup opens without it. */
const TagPart = lazy(async () => (await import('./tag-part.tsx')).TagPart, 6);

/** Tags for the page below, chosen here in the popup. */
export function TagPage({ tabId }: { tabId: number }) {
  const t = useT();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const over = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <div class="secondary">
        <Button
          kind="quiet"
          icon="tag"
          expanded={open}
          controls={id}
          buttonRef={button}
          onClick={() => setOpen(!open)}
        >
          {t('tag_page')}
        </Button>
      </div>
      {open && (
        <div id={id}>
          <TagPart tabId={tabId} onOver={over} />
        </div>
      )}
    </>
  );
}
