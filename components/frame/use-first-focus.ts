import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Focuses the card's heading while nothing else has the focus. `autofocus` does not work in a frame of another origin: the page's script gives
 * the frame the focus, before or after the answer has come, and from then on the frame may move it.
 */
export function useFirstFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focus = () => {
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      if (nowhere) ref.current?.focus();
    };
    if (document.hasFocus()) focus();
    window.addEventListener('focus', focus);
    return () => window.removeEventListener('focus', focus);
  }, [ref]);
}
