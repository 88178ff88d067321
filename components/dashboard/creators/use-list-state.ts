import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Route } from '../use-route.ts';
import { type ListState, listHash, readList } from './list-address.ts';

/** A search text goes into the address when the typing rests, milliseconds. */
const rest = 150;

/**
 * What the list shows, kept in the address: links and the browser's Back work. Choices make a step in the history; typing changes
 * the address in place.
 */
export function useListState(route: Route): [ListState, (next: ListState, typing?: boolean) => void] {
  const [state, setState] = useState(() => readList(route.query));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** the address that was written, or followed, last */
  const written = useRef(listHash(state));

  useEffect(() => {
    const next = readList(route.query);
    const hash = listHash(next);
    // what we wrote ourselves comes back a moment later, when more may have been typed
    if (hash === written.current) return;
    written.current = hash;
    clearTimeout(timer.current);
    setState(next);
  }, [route]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback((next: ListState, typing = false) => {
    setState(next);
    clearTimeout(timer.current);
    const hash = listHash(next);
    if (typing)
      timer.current = setTimeout(() => {
        written.current = hash;
        history.replaceState(history.state, '', hash);
      }, rest);
    else if (hash !== written.current) {
      written.current = hash;
      location.hash = hash;
    }
  }, []);
  return [state, change];
}
