import type { RefObject } from 'preact';
import { type Dispatch, type StateUpdater, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Where a list was left: at which address, how far scrolled, with which row active. */
interface Place {
  hash: string;
  top: number;
  active: string | null;
}

/**
 * Keeps the scroll place and the active row of a list for coming back to the same address.
 * @returns a hook for the one list it is made for. `question`: filter and order in one text; another one is answered from the top
 */
export function keptPlace() {
  let left: Place | null = null;
  const isBack = () => left?.hash === location.hash;
  return function useKeptPlace(
    scroller: RefObject<HTMLElement | null>,
    question: string,
  ): [active: string | null, setActive: Dispatch<StateUpdater<string | null>>] {
    const [active, setActive] = useState<string | null>(() => (isBack() ? (left?.active ?? null) : null));
    useLayoutEffect(() => {
      if (left && isBack() && scroller.current) scroller.current.scrollTop = left.top;
    }, [scroller]);
    const asked = useRef(question);
    useLayoutEffect(() => {
      if (asked.current !== question && scroller.current) scroller.current.scrollTop = 0;
      asked.current = question;
    }, [question, scroller]);
    // written down while the list is still on the screen: afterwards it has no place to be read from
    const place = useRef<Place>({ hash: '', top: 0, active });
    place.current.active = active;
    useEffect(() => {
      const box = scroller.current;
      const note = () => {
        place.current.top = box?.scrollTop ?? 0;
      };
      box?.addEventListener('scroll', note, { passive: true });
      note();
      return () => {
        box?.removeEventListener('scroll', note);
        left = { ...place.current };
      };
    }, [scroller]);
    useEffect(() => {
      place.current.hash = location.hash;
    });
    return [active, setActive];
  };
}
