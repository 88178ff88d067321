import { useCallback, useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the key that is pressed before the picker's field has the focus: whoever knows the tag's key presses it at once.
 * @returns hands it out, once
 */
export function useEarlyKey(): () => string | undefined {
  const early = useRef<string | undefined>(undefined);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const writes = document.activeElement instanceof HTMLInputElement;
      if (writes || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if ([...event.key].length === 1) early.current = event.key;
    };
    // what was pressed for something else is not for the next picker
    const left = () => {
      early.current = undefined;
    };
    window.addEventListener('keydown', pressed);
    window.addEventListener('blur', left);
    return () => {
      window.removeEventListener('keydown', pressed);
      window.removeEventListener('blur', left);
    };
  }, []);
  return useCallback(() => {
    const key = early.current;
    early.current = undefined;
    return key;
  }, []);
}
