import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keys that come between the call of the palette and its first field having the focus: whoever knows the reply presses its number at
 * once.
 * @returns the keys so far; whoever takes them empties the list
 */
export function useEarlyKeys(): RefObject<string[]> {
  const keys = useRef<string[]>([]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      if (!nowhere || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.key === 'Enter' || [...event.key].length === 1) keys.current?.push(event.key);
    };
    // what was pressed for another call is not for this one
    const left = () => keys.current?.splice(0);
    window.addEventListener('keydown', pressed);
    window.addEventListener('blur', left);
    return () => {
      window.removeEventListener('keydown', pressed);
      window.removeEventListener('blur', left);
    };
  }, []);
  return keys;
}
