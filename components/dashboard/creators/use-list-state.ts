import { useAddressState } from '../use-address-state.ts';
import type { Route } from '../use-route.ts';
import { listHash, readList } from './list-address.ts';

/** What the list shows, kept in the address. */
export const useListState = (route: Route) => useAddressState(route, readList, listHash);
