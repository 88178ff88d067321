import { platformIds } from '../../../utils/domain/platform.ts';
import { rightsScopes, rightsViews } from '../../../utils/domain/rights-state.ts';
import type { RightsFilter } from '../../hooks/use-rights.ts';

/** The filter that an address names; anything unknown is left out. */
export function readFilter(query: URLSearchParams): RightsFilter {
  const view = rightsViews.find((known) => known === query.get('view')) ?? 'all';
  const scope = rightsScopes.find((known) => known === query.get('scope'));
  const platform = platformIds.find((known) => known === query.get('platform'));
  const author = query.get('author')?.slice(0, 200);
  return {
    view,
    ...(scope ? { scope } : {}),
    ...(platform ? { platform } : {}),
    ...(author ? { author } : {}),
  };
}

/** The address of a filter: it can be kept, and the way back leads to it. */
export function filterHash({ view, scope, platform, author }: RightsFilter): string {
  const query = new URLSearchParams();
  if (view !== 'all') query.set('view', view);
  if (scope) query.set('scope', scope);
  if (platform) query.set('platform', platform);
  if (author) query.set('author', author);
  const text = query.toString();
  return text ? `#/rights?${text}` : '#/rights';
}

export const isNarrow = (filter: RightsFilter): boolean => filterHash(filter) !== '#/rights';
