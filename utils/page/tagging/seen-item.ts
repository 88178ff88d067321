import { cutText } from '../../domain/cut-text.ts';
import type { ItemAuthor, SeenItem } from '../../domain/item.ts';
import { creatorKeys, itemKeys } from '../../domain/item-keys.ts';
import { textLimits } from '../../domain/text-limits.ts';
import type { PageIdentity, Site } from '../../sites/site.ts';
import { own, type ReadItem } from '../items/read-item.ts';
import { exactTime, writtenIn } from './item-text.ts';
import { ownAddress, siteId } from './site-id.ts';

/** The page on which an item stands. */
export interface Around {
  document: Document;
  site: Site;
  identity: PageIdentity | null;
  itemAround(element: Element): Element | null;
}

const longestName = 1_000;
/** Smaller pictures are of people and of buttons, CSS pixels. */
const leastPicture = 120;

const authorKeyOf = ({ stableId, handle }: { stableId?: string | undefined; handle: string }) =>
  stableId ?? handle.toLowerCase();

const shownIn = (element: Element, around: Around, selector: string) =>
  own(element, selector, around.itemAround);

/**
 * What was written in an item. Where no rule says where that stands, its longest line without its author's name: times and counts are
 * shorter than what people write.
 */
function textOf(item: ReadItem, around: Around): string {
  const { element, rule, name } = item;
  if (rule.text !== undefined) {
    for (const part of shownIn(element, around, rule.text)) {
      const text = writtenIn(part, textLimits.item);
      if (text) return text;
    }
    return '';
  }
  let longest = '';
  for (const part of shownIn(element, around, '*')) {
    if (part.childElementCount > part.querySelectorAll(':scope > img, :scope > br').length) continue;
    if (name.contains(part) || part.contains(name) || part.closest('a, button, time')) continue;
    const text = writtenIn(part, textLimits.item);
    if (text.length > longest.length) longest = text;
  }
  return longest;
}

function timeOf({ element, rule }: ReadItem, around: Around): string | undefined {
  if (rule.time !== undefined) {
    const said = exactTime(shownIn(element, around, rule.time), rule.clock);
    if (said) return said;
  }
  return undefined;
}

function authorOf({ person, displayName }: ReadItem): ItemAuthor {
  const { platform, handle, stableId, url } = person;
  return {
    platform,
    handle,
    ...(stableId === undefined ? {} : { stableId }),
    ...(displayName === undefined ? {} : { displayName }),
    url,
  };
}

/** What an item is found again by, with what was read for it. */
interface Told {
  keys: string[];
  kind: SeenItem['kind'];
  text: string;
  cut: boolean;
  time: string | undefined;
}

function tell(item: ReadItem, around: Around): Told {
  const { person, rule } = item;
  if (rule.kind === 'creator')
    return { keys: creatorKeys(person), kind: 'creator', text: '', cut: false, time: undefined };
  const whole = textOf(item, around);
  const text = cutText(whole, textLimits.item);
  const time = timeOf(item, around);
  const named = siteId(item, around);
  const kind = named?.kind ?? rule.kind;
  // without a word and a number only the page tells it from all others of the same person
  const said = text || (named ? undefined : `@${around.identity?.url ?? around.document.location.href}`);
  const keys = itemKeys({
    platform: around.site.id,
    kind,
    id: named?.id,
    author: authorKeyOf(person),
    // what is known of nothing but its author would be everything of that author
    ...(said === undefined ? { author: undefined } : { text: said }),
    // sites leave the seconds out until the year is over: to the minute it is the same on every visit
    time: rule.clock ? time?.slice(0, 16) : time,
  });
  return { keys, kind, text, cut: text.length < whole.length, time };
}

/** By what the dots of an item are asked for. */
export function keysOf(item: ReadItem, around: Around): string[] {
  return tell(item, around).keys;
}

/** The page or post below which items stand, as readings name it. */
export function placeKey({ site, identity }: Pick<Around, 'site' | 'identity'>): string | undefined {
  return identity?.id === undefined
    ? undefined
    : `${site.id}:${identity.kind}:${identity.id}`.slice(0, longestName);
}

function largestPicture(element: Element, around: Around): string | undefined {
  let best: HTMLImageElement | undefined;
  for (const image of shownIn(element, around, 'img[src]')) {
    if (!(image instanceof HTMLImageElement)) continue;
    const { width, height } = image;
    if (Math.min(width, height) < leastPicture) continue;
    if (!best || width * height > best.width * best.height) best = image;
  }
  const address = best?.currentSrc || best?.src;
  return address && /^https?:/.test(address) && address.length <= 8_000 ? address : undefined;
}

/** An item of the page as it is tagged. Looking for its picture asks the browser for the layout: who has no use for it says so. */
export function seenItem(item: ReadItem, around: Around, without?: 'without picture'): SeenItem {
  const { document, site, identity } = around;
  const { keys, kind, text, cut, time } = tell(item, around);
  const pageKey = placeKey(around);
  const title = cutText(document.title.replace(/^\(\d{1,3}\+?\)\s*/, '').trim(), longestName);
  const imageUrl = kind === 'post' && !without ? largestPicture(item.element, around) : undefined;
  const creator = kind === 'creator';
  const url = creator
    ? item.person.url
    : (ownAddress(item, site)?.href ?? identity?.url ?? document.location.href);
  return {
    kind,
    platform: site.id,
    keys,
    url,
    ...(pageKey === undefined || creator ? {} : { pageKey }),
    ...(creator ? { title: item.displayName ?? item.person.handle } : title ? { title } : {}),
    author: authorOf(item),
    ...(text ? { text } : {}),
    ...(cut ? { cut } : {}),
    ...(time === undefined ? {} : { publishedAt: time }),
    ...(imageUrl === undefined ? {} : { imageUrl }),
  };
}
