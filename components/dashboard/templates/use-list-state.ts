import { useCallback, useRef } from 'preact/hooks';
import { useAddressState } from '../use-address-state.ts';
import type { Route } from '../use-route.ts';
import { type ListState, listHash, readList } from './list-state.ts';

/** What the list shows, kept in the address; what is typed changes the address in place. */
export function useListState(route: Route): [ListState, (changes: Partial<ListState>) => void] {
  const [state, change] = useAddressState(route, readList, listHash);
  const latest = useRef(state);
  latest.current = state;
  const changeSome = useCallback(
    (changes: Partial<ListState>) => {
      latest.current = { ...latest.current, ...changes };
      change(latest.current, 'text' in changes);
    },
    [change],
  );
  return [state, changeSome];
}

/** Where the list was left, for the way back. */
let left = '#/templates';
export const listAddress = () => left;
export const noteList = (state: ListState) => {
  left = listHash(state);
};
