import type { Field } from '../../domain/page-reading.ts';
import { typedAddress } from '../shared/contacts.ts';
import type { Facts } from '../shared/facts.ts';
import { type JsonLdNode, listOf, nodesOf, readJsonLd, text } from '../shared/json-ld.ts';
import { metaText, pathOf } from '../shared/page.ts';
import { at } from '../shared/state.ts';
import { cleanText, lineOf } from '../shared/text.ts';

/** `in/name`, `company/name` of an address of the site, in lower case; what follows does not count. */
export function memberIn(address: unknown, base: string): string | undefined {
  const [kind, name] = typeof address === 'string' ? pathOf(address, base) : [];
  return kind && name && /^(?:in|company|school|showcase)$/.test(kind)
    ? `${kind}/${name.toLowerCase()}`
    : undefined;
}

/** The nodes of a page's structured data with those one level below (a page's `mainEntity`). */
export function structured(document: Document): JsonLdNode[] {
  return readJsonLd(document).flatMap((node) => [node, ...nodesOf(node.mainEntity)]);
}

/** A count of `interactionStatistic` by its action's name. */
export function interactions(node: unknown, action: string): unknown {
  for (const counter of nodesOf(at(node, 'interactionStatistic'))) {
    const type = at(counter.interactionType, '@type') ?? counter.interactionType;
    if (typeof type !== 'string' || !type.endsWith(action)) continue;
    // Posts of companies say that nobody follows them; how many do stands beside the name.
    return action === 'FollowAction' && Number(counter.userInteractionCount) === 0
      ? undefined
      : counter.userInteractionCount;
  }
  return undefined;
}

/** Breaks of the site's own markup are lines, other tags nothing; never put into a document. */
export function withoutTags(value: unknown): string | undefined {
  const said = text(value)?.slice(0, 200_000);
  return cleanText(
    said?.includes('<') ? said.replace(/<br\s*\/?>/gi, '\n').replace(/<\/?[a-z][^<>]{0,500}>/gi, '') : said,
  );
}

/** The picture of a node; the site's grey stand-in is none. */
export function pictureOf(node: unknown): unknown {
  const image = listOf(at(node, 'logo') ?? at(node, 'image'))[0];
  return at(image, 'contentUrl') ?? at(image, 'url') ?? image;
}

/** Where a link out of the site leads: `/redir/redirect?url=`. */
export function outward(link: Element | null | undefined, base: string): string | undefined {
  const href = link?.getAttribute('href');
  if (!href || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  const leads = /(?:^|\.)linkedin\.com$/.test(url.hostname) ? url.searchParams.get('url') : url.href;
  return typedAddress(lineOf(link)) ?? typedAddress(leads);
}

/** The moment that an activity's or comment's number holds in its upper bits. */
export function timeIn(id: string | undefined): string | undefined {
  if (!id || !/^\d{15,22}$/.test(id)) return undefined;
  const time = Number(BigInt(id) >> 22n);
  // Before the site began to number this way, and in the far future, the bits mean something else.
  return time > Date.UTC(2010, 0) && time < Date.UTC(2100, 0) ? new Date(time).toISOString() : undefined;
}

/** Stems of "follower" as the site writes it; connections stand beside, with numbers of their own. */
const followerWord =
  /follow|seguid|abonn|volger|följ|følg|seuraa|takip|obserwuj|sledu|urmărit|підпис|подпис|متابع|עוקב|ผู้ติดตาม|người theo dõi|pengikut|フォロワー|팔로워|关注者|關注者|粉丝|粉絲|追蹤者/i;

/** The followers among short texts beside each other ("35M followers", "500+ connections"). */
export function followersAmong(
  facts: Facts,
  texts: (string | undefined)[],
  source: 'dom' | 'meta',
  field = 'followers',
): Field<number> | undefined {
  const said = texts.filter((each) => each !== undefined && followerWord.test(each));
  return said.length === 1 ? facts.count(field, said[0], source) : undefined;
}

/** Saved copies write the head's values as `value` too. */
export function headText(document: Document, name: string): string | undefined {
  return (
    metaText(document, name) ??
    cleanText(document.querySelector(`meta[name="${name}"][value]`)?.getAttribute('value'))
  );
}

/** Name of a document's title: "Name | LinkedIn", "Name - Headline | LinkedIn". */
export function nameInTitle(title: string | undefined): string | undefined {
  const whole = title?.replace(/\s*\|\s*LinkedIn\s*$/i, '');
  return whole && whole !== title ? whole.split(/ - | \| | – /)[0]?.trim() || undefined : undefined;
}
