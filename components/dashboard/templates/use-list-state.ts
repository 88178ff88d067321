import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Route } from '../use-route.ts';
import { type ListState, listHash, readList } from './list-state.ts';

/** A search text goes into the address when the typing rests, milliseconds. */
const rest = 150;

/** What the list shows, kept in the address: links and the browser's Back work; typing changes the address in place. */
export function useListState(route: Route): [ListState, (changes: Partial<ListState>) => void] {
  const [state, setState] = useState(() => readList(route.query));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const written = useRef(listHash(state));
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    const next = readList(route.query);
    const hash = listHash(next);
    // what was written here comes back a moment later, when more may have been typed
    if (hash === written.current) return;
    written.current = hash;
    clearTimeout(timer.current);
    setState(next);
  }, [route]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback((changes: Partial<ListState>) => {
    const next = { ...latest.current, ...changes };
    latest.current = next;
    setState(next);
    clearTimeout(timer.current);
    const hash = listHash(next);
    const write = () => {
      written.current = hash;
      history.replaceState(history.state, '', hash);
    };
    if ('text' in changes) timer.current = setTimeout(write, rest);
    else if (hash !== written.current) {
      written.current = hash;
      location.hash = hash;
    }
  }, []);
  return [state, change];
}

/** Where the list was left, for the way back. */
let left = '#/templates';
export const listAddress = () => left;
export const noteList = (state: ListState) => {
  left = listHash(state);
};
