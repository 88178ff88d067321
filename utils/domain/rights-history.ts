import type { RightsEventRow, RightsGrant } from './rights.ts';
import type { RightsState } from './rights-state.ts';

/** How far a permission is after what happened to it. */
function stateAfter(history: readonly RightsEventRow[]): RightsState {
  let state: RightsState = 'candidate';
  for (const { event } of history) {
    if (event === 'edited') continue;
    // neither a question nor a no to more takes back what was allowed
    if (state === 'granted' && (event === 'asked' || event === 'declined')) continue;
    state = event;
  }
  return state;
}

/**
 * A permission as if it had not been asked for at that time.
 * @returns null where something else happened since: then the question stands
 */
export function withoutAsking(grant: RightsGrant, at: string): RightsGrant | null {
  const last = grant.history.at(-1);
  if (last?.event !== 'asked' || last.at !== at) return null;
  const history = grant.history.slice(0, -1);
  const before = history.findLast(({ event }) => event === 'asked');
  const { askedAt: _at, ...rest } = grant;
  return {
    ...rest,
    state: stateAfter(history),
    askedScopes: before?.scopes ?? [],
    ...(before ? { askedAt: before.at } : {}),
    history,
  };
}
