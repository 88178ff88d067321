import { withoutTracking } from './shared/page.ts';
import type { Site } from './site.ts';

/** Any site that the registry does not know, where the person switched Deckhand on: only the page itself tells what it is. */
export const otherSite: Site = {
  id: 'web',
  hosts: [],
  identify: (url) => ({ kind: 'other', url: withoutTracking(url) }),
  profileAnchors: ['h1'],
};
