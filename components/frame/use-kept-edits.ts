import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';

/**
 * Keeps what was typed: it is saved when the card is closed (button or Escape) and when the person goes back into the page,
 * which may move on and take the card away. Where it cannot be saved, closing a second time closes anyway.
 * @param main holds the card's form, if there is one
 */
export function useKeptEdits(main: RefObject<HTMLElement | null>, onClose: () => void) {
  const dirty = useRef(false);
  const closing = useRef(false);

  const save = useCallback(() => {
    main.current?.querySelector('form')?.requestSubmit();
  }, [main]);

  const close = useCallback(() => {
    if (!dirty.current || closing.current) return onClose();
    closing.current = true;
    save();
  }, [onClose, save]);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // Escape that ends an input method's composition or closes a list of suggestions is not for the card
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) close();
    };
    const left = () => {
      if (dirty.current) save();
    };
    // going on typing takes the wish to close back
    const typed = () => {
      closing.current = false;
    };
    window.addEventListener('keydown', pressed);
    window.addEventListener('input', typed);
    window.addEventListener('blur', left);
    return () => {
      window.removeEventListener('keydown', pressed);
      window.removeEventListener('input', typed);
      window.removeEventListener('blur', left);
    };
  }, [close, save]);

  const onDirty = useCallback((now: boolean) => {
    dirty.current = now;
  }, []);
  const onSaved = useCallback(
    (saved: boolean) => {
      // after a failure the wish to close stays: the next one needs no saving
      if (!closing.current || !saved) return;
      closing.current = false;
      onClose();
    },
    [onClose],
  );
  return { close, onDirty, onSaved };
}
