import { useCallback, useEffect, useRef } from 'preact/hooks';

/** A press waits for so long, in milliseconds: the browser says late what can be seen of a frame that has just been shown. */
const longest = 2_000;

/**
 * Lets a press count that came before the person could be sure to see the palette: it waits until the palette has been really visible for as long
 * as any press in the frame needs, and is forgotten where the page covers it for longer.
 * @param visible of `useReallyVisible`
 */
export function useHeldPress(visible: boolean) {
  const held = useRef<{ run: () => void; at: number } | null>(null);
  const seen = useRef(visible);
  seen.current = visible;
  useEffect(() => {
    const press = held.current;
    held.current = null;
    if (visible && press && performance.now() - press.at < longest) press.run();
    // not seen any more, or not yet: what was pressed then waits on
    else if (!visible) held.current = press;
  }, [visible]);
  return useCallback((run: () => void) => {
    if (seen.current) run();
    else held.current = { run, at: performance.now() };
  }, []);
}
