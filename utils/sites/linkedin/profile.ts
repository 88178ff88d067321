import type { CreatorReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { listOf, text, typesOf } from '../shared/json-ld.ts';
import { metaText, statedAddress, titleOf } from '../shared/page.ts';
import { at } from '../shared/state.ts';
import { cleanLine, lineOf, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { fromCards } from './cards.ts';
import {
  followersAmong,
  interactions,
  memberIn,
  nameInTitle,
  outward,
  pictureOf,
  structured,
  withoutTags,
} from './hooks.ts';

type Creator = Partial<CreatorReading>;

/**
 * Reads a person, company or school: structured data and top card of the page without a login, the older app's top card, the
 * cards of the newer, server-driven app.
 */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const isPerson = id.startsWith('in/');
  const stated = memberIn(statedAddress(document), url.href);
  const ld = fromJsonLd(facts, document, id, url.href);
  const isStated = stated === id || (stated === undefined && Object.keys(ld).length > 0);
  const guest = isStated ? fromTopCard(facts, document, isPerson, url.href) : {};
  const app = {
    ...fromApp(facts, document, id, isPerson, url.href),
    ...(isPerson ? fromCards(facts, document, id, url.href) : {}),
  };
  const meta = stated === id ? fromHead(facts, document, isPerson) : {};
  const creator: CreatorReading = {
    handle: { value: identity.handle ?? '', source: 'url' },
    ...meta,
    ...guest,
    ...ld,
    ...app,
  };
  // The shown place is shorter than the postal address and in the page's language.
  creator.location = app.location ?? guest.location ?? ld.location;
  creator.emails = facts.emails(creator.bio);
  const found = Object.keys({ ...ld, ...guest, ...app, ...meta }).length > 0;
  const required = [
    'displayName',
    'followers',
    'bio',
    'avatarUrl',
    'location',
    ...(isPerson ? [] : ['category', 'links']),
  ];
  return {
    kind: 'profile',
    creator: facts.finish(creator, required, !found && stated !== undefined ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

function fromJsonLd(facts: Facts, document: Document, id: string, base: string): Creator {
  const node = structured(document).find(
    (each) =>
      typesOf(each).some((type) =>
        /^(?:Person|Organization|Corporation|EducationalOrganization|CollegeOrUniversity)$/.test(type),
      ) && [each.url, each['@id'], ...listOf(each.sameAs)].some((address) => memberIn(address, base) === id),
  );
  if (!node) return {};
  const address = at(node, 'address');
  const place = id.startsWith('in/')
    ? text(at(address, 'addressLocality'))
    : [at(address, 'addressLocality'), at(address, 'addressRegion')].map(text).filter(Boolean).join(', ');
  const links = listOf(node.sameAs)
    .map(text)
    .filter((link) => link !== undefined && memberIn(link, base) === undefined && /^https?:/.test(link));
  return compact<CreatorReading>({
    displayName: facts.line('displayName', withoutTags(node.name), 'json-ld'),
    followers: facts.count('followers', interactions(node, 'FollowAction'), 'json-ld'),
    bio: facts.text('bio', cut(withoutTags(node.description)), 'json-ld'),
    avatarUrl: facts.address('avatarUrl', pictureOf(node), 'json-ld'),
    location: facts.line('location', place, 'json-ld'),
    links: facts.list('links', links, 'json-ld'),
  });
}

/** A text that the site cut off is not the text. */
function cut(said: string | undefined): string | undefined {
  return said && /(?:…|\.\.\.)$/.test(said) ? undefined : said;
}

/** The page without a login. */
function fromTopCard(facts: Facts, document: Document, isPerson: boolean, base: string): Creator {
  const card = document.querySelector('.top-card-layout');
  if (!card) return {};
  const headline = lineOf(card.querySelector('.top-card-layout__headline'));
  const lines = [...card.querySelectorAll('.top-card-layout__first-subline, .profile-info-subheader')];
  const line = lines.find((each) => lineOf(each) !== undefined) ?? null;
  const image = card.querySelector('img.top-card-layout__entity-image, .top-card__profile-image');
  const about = document.querySelector(
    '[data-test-id="about-us__description"], section[data-section="summary"] .core-section-container__content p',
  );
  const fact = (name: string) => document.querySelector(`[data-test-id="about-us__${name}"] dd`);
  const site = document.querySelector('[data-test-id="about-us__website"] a[href]');
  const parts = isPerson ? personLine(line) : companyLine(line);
  const urn = card
    .querySelector('[data-entity-urn^="urn:li:organization:"]')
    ?.getAttribute('data-entity-urn');
  return compact<CreatorReading>({
    stableId: isPerson ? undefined : facts.line('stableId', /\d+$/.exec(urn ?? '')?.[0], 'dom'),
    displayName: facts.line('displayName', lineOf(card.querySelector('h1')), 'dom'),
    followers: isPerson
      ? followersAmong(facts, parts.numbers, 'dom')
      : facts.count('followers', parts.numbers[0], 'dom'),
    bio: facts.text('bio', cut(textOf(about)) ?? (isPerson ? headline : undefined), 'dom'),
    category: isPerson ? undefined : facts.line('category', lineOf(fact('industry')) ?? headline, 'dom'),
    location: facts.line('location', parts.place ?? lineOf(fact('headquarters')), 'dom'),
    links: facts.list('links', [outward(site, base)], 'dom'),
    avatarUrl: facts.address(
      'avatarUrl',
      image?.getAttribute('data-delayed-url') ?? image?.getAttribute('src'),
      'dom',
      base,
    ),
  });
}

type Line = { place?: string | undefined; numbers: (string | undefined)[] };

/** "London, London · 5,750 followers": the place is what stands before the dot, which is an empty span. */
function companyLine(line: Element | null): Line {
  let before = '';
  let after = '';
  let dots = 0;
  for (const node of line?.childNodes ?? []) {
    if (node.nodeType === 1 && /middot/.test((node as Element).getAttribute('class') ?? '')) dots++;
    if (dots === 0) before += node.textContent ?? '';
    else after += node.textContent ?? '';
  }
  if (dots === 0) return { numbers: [cleanLine(before)] };
  return { place: cleanLine(before), numbers: [cleanLine(after)] };
}

/** Place, followers and connections, each in an element of its own. */
function personLine(line: Element | null): Line {
  const leaves = [...(line?.querySelectorAll('div, span') ?? [])].filter(
    (element) => element.children.length === 0,
  );
  const texts = leaves.map(lineOf).filter((text) => text !== undefined);
  const [first] = texts;
  return { place: first && !/\d/.test(first) ? first : undefined, numbers: texts };
}

/** The older app. Its links into the person's own overlays prove whose card it is. */
function fromApp(facts: Facts, document: Document, id: string, isPerson: boolean, base: string): Creator {
  const main = document.querySelector('main');
  const own = [...(main?.querySelectorAll('a[href]') ?? [])].some((link) => {
    const href = link.getAttribute('href') ?? '';
    return /\/(?:overlay|about|posts|people|jobs)\b/.test(href) && memberIn(href, base) === id;
  });
  if (!main || !own || document.querySelector('.top-card-layout')) return {};
  const first = (...selectors: string[]) =>
    selectors.map((selector) => main.querySelector(selector)).find((element) => element !== null);
  const items = [...main.querySelectorAll('.org-top-card-summary-info-list__info-item')].map(lineOf);
  const small = [
    ...main.querySelectorAll(
      '.pv-top-card--list .text-body-small, .pv-recent-activity-section__follower-count, .pvs-header__optional-link',
    ),
  ];
  const headline = lineOf(
    first('.pv-text-details__left-panel .text-body-medium', '.text-body-medium.break-words'),
  );
  const image = first(
    'img.pv-top-card-profile-picture__image--show',
    'img.pv-top-card-profile-picture__image',
    'img.org-top-card-primary-content__logo',
  );
  return compact<CreatorReading>({
    displayName:
      facts.line(
        'displayName',
        lineOf(first('h1.text-heading-xlarge', 'h1.org-top-card-summary__title', 'h1')),
        'dom',
      ) ?? facts.line('displayName', nameInTitle(titleOf(document)), 'meta'),
    followers: followersAmong(facts, isPerson ? small.map(lineOf) : items, 'dom'),
    bio: facts.text(
      'bio',
      isPerson
        ? headline
        : textOf(first('.org-about-module__description', '.org-page-details-module__card-spacing p')),
      'dom',
    ),
    location: isPerson
      ? facts.line('location', lineOf(first('.text-body-small.inline.t-black--light.break-words')), 'dom')
      : undefined,
    avatarUrl: facts.address('avatarUrl', image?.getAttribute('src'), 'dom', base),
  });
}

/** "Name | 5,750 followers on LinkedIn. …" in any language. */
function fromHead(facts: Facts, document: Document, isPerson: boolean): Creator {
  const said = metaText(document, 'og:description') ?? metaText(document, 'description');
  const numbers = said?.split(' | ').flatMap((part) => /^(.{1,80}?)LinkedIn/.exec(part)?.[1] ?? []) ?? [];
  const image = metaText(document, 'og:image');
  const names = [metaText(document, 'profile:first_name'), metaText(document, 'profile:last_name')].filter(
    Boolean,
  );
  const title = nameInTitle(metaText(document, 'og:title') ?? titleOf(document));
  return compact<CreatorReading>({
    displayName: facts.line('displayName', isPerson && names.length > 0 ? names.join(' ') : title, 'meta'),
    followers: isPerson ? undefined : followersAmong(facts, numbers.slice(0, 1), 'meta'),
    avatarUrl:
      image && /\/(?:company-logo|profile-displayphoto)/.test(image)
        ? facts.address('avatarUrl', image, 'meta')
        : undefined,
  });
}
