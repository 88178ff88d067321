import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { seeNow } from './see-now.ts';

/** A press waits for so long, in milliseconds: the browser says late what can be seen of a frame that has just been shown. */
const longest = 2_000;

interface Press {
  run: () => void;
  at: number;
}

/**
 * Lets a press count that came before the person could be sure to see the palette: it waits until the palette has been really visible for as long
 * as any press in the frame needs, and is forgotten where the page covers it for longer. What was visible is looked at once more when it counts.
 * @param visible of `useReallyVisible`
 * @param sight what has to be seen; null where nothing can cover it
 */
export function useHeldPress(visible: boolean, sight: RefObject<HTMLElement | null> | null) {
  const held = useRef<Press | null>(null);
  const seen = useRef(visible);
  seen.current = visible;

  const count = useCallback(
    (press: Press) => {
      const element = sight?.current;
      const now = element ? seeNow(element) : undefined;
      if (!now) return press.run();
      void now.then((really) => {
        // it waits on, for what covers it may go
        if (!really) held.current = press;
        else if (performance.now() - press.at < longest) press.run();
      });
    },
    [sight],
  );

  useEffect(() => {
    const press = held.current;
    held.current = null;
    if (visible && press && performance.now() - press.at < longest) count(press);
    // not seen any more, or not yet: what was pressed then waits on
    else if (!visible) held.current = press;
  }, [visible, count]);

  return useCallback(
    (run: () => void) => {
      const press = { run, at: performance.now() };
      if (seen.current) count(press);
      else held.current = press;
    },
    [count],
  );
}
