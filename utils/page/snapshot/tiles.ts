import type { HoldMode, PagePlace } from '../../domain/page-place.ts';
import { makeRestyler } from './restyle.ts';
import type { PictureStage } from './snapshot-slot.ts';
import {
  freeFromScreen,
  hideOwn,
  loadLazyPictures,
  picturesSettled,
  stopSmoothScrolling,
} from './still-page.ts';

/** Without an order for so long the background is gone: the page gets back what is its own. Milliseconds. */
const patience = 10_000;
/** How long pictures are waited for: all of the page before the first part, those in the window before each. Milliseconds. */
const firstWait = 3_000;
const eachWait = 1_000;
/** Between scrolling and the picture: what the site draws when it is scrolled. Milliseconds. */
const drawWait = 80;

/**
 * With these, and with Escape, the person takes her page back. Scrolling by our own order makes none of them. A press is not among them: with one
 * she closes the popup in which she asked for the picture.
 */
const handsOn = ['wheel', 'touchmove'] as const;

interface Clock {
  now(): number;
  wait(milliseconds: number): Promise<void>;
  pause(): Promise<void>;
  /** resolves when the page as it is now is on the screen */
  drawn(): Promise<void>;
}

/**
 * The page's side of taking pictures. Where it may scroll: jumping instead of gliding, lazy pictures loaded, after the first part nothing stays
 * on the screen. Everything is put back at the end, when the page is left, when the person takes it back, and when no order comes any more.
 */
export function makePictureStage(document: Document, clock: Clock): PictureStage {
  const view = document.defaultView;
  let current: {
    job: string;
    stop: AbortController;
    freed: Promise<void> | undefined;
    look(): PagePlace;
    stand(top: number): Promise<void>;
  } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(timer);
    current?.stop.abort();
    current = null;
  };
  const stillWanted = () => {
    clearTimeout(timer);
    timer = setTimeout(end, patience);
  };
  const of = (job: string) => {
    if (current?.job !== job) return null;
    stillWanted();
    return current;
  };

  function hold(job: string, mode: HoldMode, page: Window): NonNullable<typeof current> {
    const stop = new AbortController();
    const { signal } = stop;
    const restyler = makeRestyler();
    const address = document.location.href;
    const scrolls = mode === 'scroll';
    const start = { left: page.scrollX, top: page.scrollY };
    let leaves = 0;
    let moved = false;
    let takenBack = false;

    const putBack = () => {
      restyler.restore();
      // who took the page back stays where she scrolled to, and another page is not ours to scroll
      if (moved && !takenBack && document.location.href === address)
        page.scrollTo({ ...start, behavior: 'instant' });
    };
    signal.addEventListener('abort', putBack);
    const takeBack = (event: Event) => {
      if (!event.isTrusted || takenBack) return;
      if (event.type === 'keydown' && (event as KeyboardEvent).key !== 'Escape') return;
      takenBack = true;
      // now, not when the background next asks: she waits for her page. What is held stays, so that the answer says why
      putBack();
    };
    if (scrolls)
      for (const type of [...handsOn, 'keydown'])
        document.addEventListener(type, takeBack, { signal, capture: true, passive: true });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'hidden') leaves++;
      },
      { signal },
    );
    page.addEventListener('pagehide', end, { signal });

    const look = (): PagePlace => {
      const root = document.documentElement;
      return {
        top: page.scrollY,
        height: Math.max((document.scrollingElement ?? root).scrollHeight, root.clientHeight),
        seenWidth: root.clientWidth,
        seenHeight: Math.min(root.clientHeight, page.innerHeight) || page.innerHeight,
        windowWidth: page.innerWidth,
        visible: document.visibilityState === 'visible',
        leaves,
        takenBack,
        sameAddress: document.location.href === address,
      };
    };
    hideOwn(document, restyler);
    if (scrolls) stopSmoothScrolling(document, restyler);
    if (mode !== 'as-is') loadLazyPictures(document, restyler);
    const free = async () => {
      await freeFromScreen(document, restyler, clock.pause);
      if (signal.aborted || takenBack) restyler.restore();
    };
    // drawn as a whole from where it stands: what sticks to the window would stand in the middle of the picture
    const freed = mode === 'load' && start.top > 0 ? free() : undefined;
    return {
      job,
      stop,
      freed,
      look,
      async stand(top) {
        // another page inside the site is not the one that was asked for, and a page taken back is hers
        if (!scrolls || takenBack || document.location.href !== address) return;
        moved = true;
        page.scrollTo({ left: 0, top, behavior: 'instant' });
        if (top > 0) await free();
        if (signal.aborted || takenBack) return;
        await clock.wait(drawWait);
        await picturesSettled(document, { within: true, longest: eachWait }, clock);
        await clock.drawn();
      },
    };
  }

  return {
    async begin(job, mode) {
      end();
      if (!view) throw new Error('a document without a window');
      const held = hold(job, mode, view);
      current = held;
      stillWanted();
      await held.freed;
      // our own buttons are gone from the screen only when it is drawn again
      await clock.wait(drawWait);
      if (mode !== 'as-is') await picturesSettled(document, { within: false, longest: firstWait }, clock);
      await clock.drawn();
      return held.look();
    },
    async stand(job, top) {
      const held = of(job);
      if (!held) return null;
      await held.stand(top);
      return of(job)?.look() ?? null;
    },
    look: (job) => of(job)?.look() ?? null,
    end(job) {
      if (current?.job === job) end();
    },
  };
}
