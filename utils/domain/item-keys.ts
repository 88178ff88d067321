import type { ItemKind } from './tag-effect.ts';

/** FNV-1a over UTF-16 units, two passes with different seeds: 64 bits, enough that two comments of one page never meet. */
export function shortHash(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x9dc5811c;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ (unit + 0x9e37), 0x01000193);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}

/** How a text is compared: what a page changes between two drawings (spaces, composed letters) is no difference. */
const compared = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * By what an item is found again on a later visit, the surest first:
 * `<platform>:<kind>:#<id>` where the site names it · `…:=<hash>` author, text and time · `…:~<hash>` author and text.
 * The last one may be shared by two items ("😍" twice by one person): it counts only where it names one.
 * @param item.author stable id, else the handle in lower case
 * @param item.time ISO, only where the page says when exactly: "3 h" is another time tomorrow
 */
export function itemKeys(item: {
  platform: string;
  kind: ItemKind;
  id?: string | undefined;
  author?: string | undefined;
  text?: string | undefined;
  time?: string | undefined;
}): string[] {
  const { platform, kind, id, author, text, time } = item;
  const keys: string[] = [];
  const base = `${platform}:${kind}:`;
  if (id) keys.push(`${base}#${id}`.slice(0, 2_000));
  const written = text === undefined ? '' : compared(text);
  if (author !== undefined || written !== '') {
    const said = `${author ?? ''}\n${written}`;
    if (time) keys.push(`${base}=${shortHash(`${said}\n${time}`)}`);
    keys.push(`${base}~${shortHash(said)}`);
  }
  return keys;
}

/** Somebody as an item: by the number that the site gives them, and by the name that they may change. */
export function creatorKeys(who: {
  platform: string;
  handle: string;
  stableId?: string | undefined;
}): string[] {
  const ids = [...(who.stableId === undefined ? [] : [who.stableId]), `@${who.handle.toLowerCase()}`];
  return ids.flatMap((id) => itemKeys({ platform: who.platform, kind: 'creator', id }));
}

/** How sure a key is, the surest first. */
export const keyMarks = ['#', '=', '~'] as const;
export type KeyMark = (typeof keyMarks)[number];

/** The mark of a key: what stands after `<platform>:<kind>:`. */
export function keyMarkOf(key: string): KeyMark | undefined {
  const rest = key.slice(key.indexOf(':', key.indexOf(':') + 1) + 1);
  return keyMarks.find((mark) => rest.startsWith(mark));
}
