import type { CreatorReading } from '../../domain/page-reading.ts';
import { webAddress } from '../shared/contacts.ts';
import { factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { at } from '../shared/state.ts';
import { sameHandle, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { nameIn, pageData, siteTime } from './hooks.ts';

/** Reads a profile. Weak: its hooks are known from others' code; the marked elements of the side box, the old site's box. */
export function readProfile(document: Document, identity: PageIdentity): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const handle = identity.handle ?? '';
  const data = pageData(document, 'profile');
  const own =
    sameHandle(at(data, 'name'), handle) || sameHandle(at(data, 'name'), `u_${handle}`) ? data : undefined;
  const boxes = [...document.querySelectorAll('.side .titlebox')];
  const side = boxes.find((each) => sameHandle(nameIn(each.querySelector('h1')), handle));
  const marked = (name: string) => document.querySelector(`[data-testid="${name}"]`);
  // The box names the person by a shown name or by the handle; links into it prove whose it is.
  const shown = marked('profile-display-name');
  const titles = [...document.querySelectorAll('h1, h2')].map(nameIn);
  const ours =
    own !== undefined ||
    sameHandle(nameIn(shown), handle) ||
    titles.some((title) => sameHandle(title, handle)) ||
    hasTabs(document, handle);
  const box = ours ? marked : () => null;
  const links = ours ? [...document.querySelectorAll('faceplate-tracker[noun="social_link"] a[href]')] : [];
  const creator: CreatorReading = {
    handle: { value: handle, source: 'url' },
    ...compact<CreatorReading>({
      stableId: facts.line('stableId', at(own, 'id'), 'dom'),
      displayName:
        facts.line('displayName', nameIn(box('profile-display-name')), 'dom') ??
        facts.line('displayName', nameIn(side?.querySelector('h1')), 'dom'),
      bio: facts.text('bio', textOf(box('profile-description')), 'dom'),
      links: facts.list(
        'links',
        links.map((link) => outside(link.getAttribute('href'))),
        'dom',
      ),
      avatarUrl: facts.address('avatarUrl', at(own, 'icon'), 'dom'),
      joinedAt:
        facts.line('joinedAt', siteTime(box('cake-day')?.getAttribute('datetime')), 'dom') ??
        facts.line(
          'joinedAt',
          siteTime(side?.querySelector('.age time[datetime]')?.getAttribute('datetime')),
          'dom',
        ),
    }),
  };
  creator.emails = facts.emails(creator.bio);
  const other = !ours && !side && (boxes.length > 0 || shown !== null || data !== undefined);
  return {
    kind: 'profile',
    creator: facts.finish(creator, ['displayName', 'joinedAt'], other ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

/** A link that a person put on the profile leads out of the site. */
function outside(href: string | null): string | undefined {
  const address = webAddress(href ?? undefined);
  return address && !/(?:^|\.)redd(?:it\.com|\.it)$/.test(new URL(address).hostname) ? address : undefined;
}

/** The tabs of a profile lead to the person's own lists. */
function hasTabs(document: Document, handle: string): boolean {
  const name = encodeURIComponent(handle).toLowerCase();
  return [...document.querySelectorAll('a[href*="/user/"]')].some(
    (link) =>
      /\/user\/[^/]+\/(?:submitted|comments)\/?$/i.test(link.getAttribute('href') ?? '') &&
      (link.getAttribute('href') ?? '').toLowerCase().includes(`/user/${name}/`),
  );
}
