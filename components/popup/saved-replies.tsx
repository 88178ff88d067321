import type { ComponentType } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BesideProps } from '../hooks/palette-surface.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** No page of a tab: what can be done without one. */
const noTab = -1;

/**
 * The saved replies, here in the popup: searched and inserted into the page's editor by keyboard alone, or copied where nothing of ours can be
 * in the page. They are loaded when they are asked for.
 */
export function SavedReplies({ tabId }: { tabId: number | undefined }) {
  const t = useT();
  const id = useId();
  const { loadReplies, close } = useSurroundings();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<{ Replies: ComponentType<BesideProps> } | null>(null);
  const section = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // the popup is not high: what is searched and what comes of it stand on it together
    if (open) section.current?.scrollIntoView?.({ block: 'start' });
  }, [open]);
  const toggle = () => {
    setOpen(!open);
    if (!shown) void loadReplies().then((Replies) => setShown({ Replies }));
  };
  return (
    <>
      <div class="secondary">
        <Button kind="quiet" icon="edit" expanded={open} controls={id} onClick={toggle}>
          {t('saved_replies')}
        </Button>
        {open && tabId !== undefined && <InPage tabId={tabId} />}
      </div>
      {open && (
        <div id={id} ref={section} class="popup-replies">
          {shown ? (
            <shown.Replies
              tabId={tabId ?? noTab}
              turn={0}
              onOver={(how) => {
                // what was inserted stands in the page, under the popup; what was copied is said here
                if (how === 'inserted') close();
              }}
            />
          ) : (
            <Skeleton lines={6} label={t('loading')} />
          )}
        </div>
      )}
    </>
  );
}

/** The same in the page below, at its caret. */
function InPage({ tabId }: { tabId: number }) {
  const t = useT();
  const { close } = useSurroundings();
  const call = useAsk('tab.palette');
  const run = async () => {
    if ((await call.run({ tabId })).ok) close();
  };
  return (
    <>
      <Button kind="quiet" icon="open" pending={call.pending} onClick={() => void run()}>
        {t('replies_in_page')}
      </Button>
      {call.failed && <ErrorNote code={call.failed} />}
    </>
  );
}
