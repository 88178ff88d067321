import { otherSite } from '../sites/other-site.ts';
import { hostMatches, type Site } from '../sites/site.ts';
import { makeSlot } from './world.ts';

/** Where `site-<platform>.js` leaves what is known of the site; registered together with the overlay, before it. */
export const siteSlot = makeSlot<Site>('deckhand.site');

/** The site that an address belongs to, of the one that this page's scripts know; every other one is nobody's. */
export function siteHere(url: URL): Site {
  const site = siteSlot.provided();
  const known =
    site && hostMatches([...site.hosts, ...(site.passingHosts ?? [])], url.hostname.replace(/\.$/, ''));
  return known ? site : otherSite;
}
