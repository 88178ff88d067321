import { identityKeys } from '../../domain/creator.ts';
import { type Item, type ItemAuthor, mostItemKeys, type SeenItem } from '../../domain/item.ts';

/** Spaces and composed letters are no difference, as in `itemKeys`; nor are the dots after a shortened text. */
const compared = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/\s*(…|\.\.\.)$/, '')
    .trim();

/** Whether a page or the limit left out the rest. */
const isBeginning = (text: string, cut: boolean | undefined) =>
  cut === true || /(…|\.\.\.)$/.test(text.trim());

/** What of the text is kept: a page that shows the beginning only says nothing new; any other text was written since. */
function texts(item: Item, seen: SeenItem): Pick<Item, 'text' | 'cut' | 'textBefore'> {
  const [before, now] = [item.text, seen.text];
  const kept = {
    ...(before === undefined ? {} : { text: before }),
    ...(item.cut ? { cut: true } : {}),
    ...(item.textBefore === undefined ? {} : { textBefore: item.textBefore }),
  };
  if (now === undefined || before === undefined)
    return now === undefined ? kept : { text: now, ...(seen.cut ? { cut: true } : {}) };
  const [old, fresh] = [compared(before), compared(now)];
  if (old === fresh || (old.startsWith(fresh) && isBeginning(now, seen.cut))) return kept;
  const whole = { text: now, ...(seen.cut ? { cut: true } : {}) };
  if (fresh.startsWith(old) && isBeginning(before, item.cut))
    return { ...whole, ...(item.textBefore === undefined ? {} : { textBefore: item.textBefore }) };
  return { ...whole, textBefore: before };
}

/** Somebody renamed goes by the new name; what only the earlier look told stays. */
function authors(item: Item, seen: SeenItem): { author?: ItemAuthor; authorKeys: string[] } {
  const author = seen.author ? { ...item.author, ...seen.author } : item.author;
  if (!author) return { authorKeys: item.authorKeys };
  return { author, authorKeys: [...new Set([...identityKeys(author), ...item.authorKeys])] };
}

/** The surest keys of both: ids first, then those of the text as it is now. */
function keysOf(item: Item, seen: SeenItem): string[] {
  const all = [...new Set([...seen.keys, ...item.keys])];
  const isId = (key: string) => /^[^:]+:[^:]+:#/.test(key);
  return [...all.filter(isId), ...all.filter((key) => !isId(key))].slice(0, mostItemKeys);
}

/** A stored item as it stands when it was seen again: known facts stay, missing ones are added, and an edited text is taken over. */
export function seenAgain(item: Item, seen: SeenItem): Item {
  const { text: _text, cut: _cut, textBefore: _before, ...rest } = item;
  const { text: _seenText, cut: _seenCut, ...facts } = seen;
  return {
    ...facts,
    ...rest,
    keys: keysOf(item, seen),
    ...authors(item, seen),
    ...texts(item, seen),
  };
}

/** An item that was never tagged before, as yet without tags. */
export function newItem(seen: SeenItem, id: string, at: string): Item {
  return {
    id,
    createdAt: at,
    updatedAt: at,
    ...seen,
    authorKeys: seen.author ? identityKeys(seen.author) : [],
    tagIds: [],
    taggedWith: [],
    spamKeys: [],
    taggedAt: at,
  };
}
