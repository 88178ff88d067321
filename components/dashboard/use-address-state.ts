import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Route } from './use-route.ts';

/** A search text goes into the address when the typing rests, milliseconds. */
const rest = 150;

/**
 * What a list shows, kept in the address: links and the browser's Back work. Choices make a step in the history; typing changes the address
 * in place.
 * @param read what an address says · `hashOf` the address that says it; both stay the same
 */
export function useAddressState<State>(
  route: Route,
  read: (query: URLSearchParams) => State,
  hashOf: (state: State) => string,
): [State, (next: State, typing?: boolean) => void] {
  const [state, setState] = useState(() => read(route.query));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** the address that was written, or followed, last */
  const written = useRef(hashOf(state));

  useEffect(() => {
    const next = read(route.query);
    const hash = hashOf(next);
    // what we wrote ourselves comes back a moment later, when more may have been typed
    if (hash === written.current) return;
    written.current = hash;
    clearTimeout(timer.current);
    setState(next);
  }, [route, read, hashOf]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback(
    (next: State, typing = false) => {
      setState(next);
      clearTimeout(timer.current);
      const hash = hashOf(next);
      if (typing)
        timer.current = setTimeout(() => {
          written.current = hash;
          history.replaceState(history.state, '', hash);
        }, rest);
      else if (hash !== written.current) {
        written.current = hash;
        location.hash = hash;
      }
    },
    [hashOf],
  );
  return [state, change];
}
