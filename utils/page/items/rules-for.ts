import type { ItemRule, PageIdentity, Site } from '../../sites/site.ts';

/** The rules of a site for items on pages of this kind. */
export function rulesFor(site: Site, identity: PageIdentity | null): ItemRule[] {
  return (site.items ?? []).filter(({ on }) => on === undefined || (identity && on.includes(identity.kind)));
}
