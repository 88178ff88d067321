import type { SeenItem } from '../../domain/item.ts';
import type { ItemRule, PageIdentity, Site } from '../../sites/site.ts';
import { isBefore, threadOf } from '../items/answers.ts';
import { type ReadItem, readItem } from '../items/read-item.ts';
import { rulesFor } from '../items/rules-for.ts';
import { findInside, pathsOf, upwards } from '../items/selectors.ts';
import { type Around, seenItem } from '../tagging/seen-item.ts';
import type { LastPress } from './palette-slot.ts';

/** An item of the page, as the site's rules find it. */
interface Found {
  element: Element;
  rule: ItemRule;
}

/** What a composer stands with. */
export interface Answered {
  item: ReadItem;
  /** the same as it can be tagged; undefined where it cannot be read so far */
  seen: SeenItem | undefined;
  text: string;
  /** what holds the comment and the answers below it, with the first comment in it; null where the site does not tell */
  thread: { element: Element; first: ReadItem } | null;
}

/** A press on "Reply" counts for so long, in milliseconds: sites draw the composer a moment later. */
const pressCounts = 20_000;
const longestText = 2_000;
/** Pages hold thousands of comments; the composer's own is found among the first or not at all. */
const most = 3_000;

function itemsOf(document: Document, rules: readonly ItemRule[]): Map<Element, Found> {
  const found = new Map<Element, Found>();
  for (const rule of rules) {
    if (rule.kind !== 'comment' && rule.kind !== 'post') continue;
    for (const element of findInside(document.documentElement, pathsOf(rule.root))) {
      if (found.size >= most) return found;
      if (!found.has(element)) found.set(element, { element, rule });
    }
  }
  return found;
}

const shownText = (element: Element | undefined) =>
  (element?.textContent ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .slice(0, longestText);

/** The handle that a draft begins with: sites put it there when "Reply" is pressed. */
function mentioned(draft: string): string | null {
  return /^\s*@([\p{L}\p{N}._-]{1,100})/u.exec(draft)?.[1]?.toLowerCase() ?? null;
}

/**
 * Finds the comment, else the post, that a composer answers: by the press on its "Reply", by the handle that the draft begins with, by what is
 * around the composer, or as the one right before it in its thread. Who it is of is decided by the address behind the author's link.
 * @param draft what stands in the composer
 * @returns null where the composer is of no item: a message, or a comment on the page as such
 */
export function findAnswered(
  document: Document,
  site: Site,
  identity: PageIdentity | null,
  composer: Element,
  draft: string,
  lastPress: LastPress,
): Answered | null {
  const items = itemsOf(document, rulesFor(site, identity));
  if (items.size === 0) return null;
  const itemAround = (element: Element): Element | null => {
    for (const at of upwards(element)) if (items.has(at)) return at;
    return null;
  };
  const read = ({ element, rule }: Found) => readItem(element, rule, site, itemAround);
  const comments = [...items.values()].filter(({ rule }) => rule.kind === 'comment');
  const found =
    pressedItem(items, lastPress, itemAround) ??
    byMention(comments, composer, mentioned(draft), read) ??
    byPlace(items, comments, composer, itemAround);
  const item = found && read(found);
  if (!found || !item) return null;
  const texts = found.rule.text === undefined ? [] : findInside(found.element, pathsOf(found.rule.text));
  let text = '';
  for (const element of texts) {
    if (itemAround(element) !== found.element) continue;
    text = shownText(element);
    if (text) break;
  }
  const seen = seenOf(item, { document, site, identity, itemAround });
  return { item, seen, text, thread: threadAround(found, comments, read) };
}

/** Replies open whatever stands in the page: what cannot be read of an item is not tagged, and that is all. */
function seenOf(item: ReadItem, around: Around): SeenItem | undefined {
  try {
    return seenItem(item, around);
  } catch (error) {
    console.error('Deckhand: what a reply answers', error);
    return undefined;
  }
}

function pressedItem(
  items: ReadonlyMap<Element, Found>,
  lastPress: LastPress,
  itemAround: (element: Element) => Element | null,
): Found | null {
  const press = lastPress();
  if (!press || performance.now() - press.at > pressCounts || !press.element.isConnected) return null;
  const around = itemAround(press.element);
  const found = around && items.get(around);
  // a press on a post says nothing: its composer may well be another comment's
  return found?.rule.kind === 'comment' ? found : null;
}

function byMention(
  comments: readonly Found[],
  composer: Element,
  handle: string | null,
  read: (found: Found) => ReadItem | null,
): Found | null {
  if (handle === null) return null;
  const theirs = comments.filter((comment) => {
    const person = read(comment)?.person;
    return person?.handle.toLowerCase() === handle;
  });
  // of several by the same person the one right before the composer
  return theirs.filter(({ element }) => isBefore(element, composer)).at(-1) ?? theirs[0] ?? null;
}

function byPlace(
  items: ReadonlyMap<Element, Found>,
  comments: readonly Found[],
  composer: Element,
  itemAround: (element: Element) => Element | null,
): Found | null {
  const around = itemAround(composer);
  const own = around ? items.get(around) : undefined;
  if (own?.rule.kind === 'comment') return own;
  for (const at of upwards(composer)) {
    if (at === around) break;
    const inside = comments.filter(({ element }) => at !== element && contains(at, element));
    if (inside.length === 0) continue;
    const before = inside.filter(({ element }) => isBefore(element, composer));
    const [only] = inside;
    // a reply box below the one comment that shares its parent
    if (inside.length === 1 && before.length === 1 && only) return only;
    const last = before.at(-1);
    const thread = last && threadOf(last);
    if (last && thread && contains(thread, composer)) return last;
    // between two comments of one list; at either end of it the composer is the page's own
    if (last && before.length < inside.length) return last;
    break;
  }
  return own ?? null;
}

/** Whether one element is inside another, also in the shadow roots in it. */
function contains(outer: Element, inner: Element): boolean {
  for (const at of upwards(inner)) if (at === outer) return true;
  return false;
}

function threadAround(
  found: Found,
  comments: readonly Found[],
  read: (found: Found) => ReadItem | null,
): Answered['thread'] {
  if (found.rule.kind !== 'comment') return null;
  const element = threadOf(found);
  if (!element) return null;
  const first = comments.find((comment) => comment.element === element || contains(element, comment.element));
  const item = first && read(first);
  return item ? { element, first: item } : null;
}
