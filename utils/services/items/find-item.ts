import type { Item } from '../../domain/item.ts';
import { type KeyMark, keyMarkOf, keyMarks } from '../../domain/item-keys.ts';
import { unnamedItemsCounter } from '../../storage/counters.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';

/** Stores that items are found in. */
export const findStores: StoreName[] = ['items', 'counters'];

type Keys = readonly string[];

/** More items than these under author and text: they are told apart by their times. */
const enough = 3;

const ofMark = (keys: Keys, mark: KeyMark) => keys.filter((key) => keyMarkOf(key) === mark);

/** Whether both have a surer key than `than`, and not the same: an item with another id is another item. */
function contradicts(stored: Keys, seen: Keys, than: KeyMark): boolean {
  return keyMarks.slice(0, keyMarks.indexOf(than)).some((mark) => {
    const [ours, theirs] = [ofMark(stored, mark), ofMark(seen, mark)];
    return ours.length > 0 && theirs.length > 0 && !theirs.some((key) => ours.includes(key));
  });
}

/** Of the items that stand under one of the keys those that can be the one with `keys`, by the surest key that leads to one. */
function fitting(keys: Keys, stored: readonly Item[]): Item[] {
  for (const mark of keyMarks) {
    const wanted = ofMark(keys, mark);
    const under = stored.filter((item) => item.keys.some((key) => wanted.includes(key)));
    // author and text alone may be those of two
    if (mark === '~' && under.length !== 1) return [];
    const found = under.filter((item) => !contradicts(item.keys, keys, mark));
    if (found.length > 0) return found;
  }
  return [];
}

/** One question for each item that has a key of the mark; the items under it, by place in the list. */
async function under(
  reader: Reader,
  lists: readonly Keys[],
  places: readonly number[],
  mark: KeyMark,
): Promise<Map<number, Item[]>> {
  const asked = places.flatMap((at) => {
    const [key] = ofMark(lists[at] ?? [], mark);
    return key === undefined ? [] : [[at, key] as const];
  });
  const keys = asked.map(([, key]) => key);
  const found = await reader.listEach('items', 'keys', keys, enough);
  return new Map(asked.map(([at], place) => [at, found[place] ?? []]));
}

/** Whether an item with an id may have been stored without it, when its site did not name it. */
async function mayBeUnnamed(reader: Reader, lists: readonly Keys[], places: readonly number[]) {
  const kindOf = (at: number) => (lists[at]?.[0] ?? '').split(':', 2) as [string, string];
  const names = new Set(places.map((at) => unnamedItemsCounter(...kindOf(at))));
  const counts = new Map(
    await Promise.all([...names].map(async (name) => [name, await reader.counter(name)] as const)),
  );
  return places.filter((at) => (counts.get(unnamedItemsCounter(...kindOf(at))) ?? 0) > 0);
}

/**
 * The stored items that things seen are, each by its surest key that leads to one: more than one only where two notebooks were merged.
 * An item is asked for once: by its id, and where it has none by author and text, under which those with a time stand as well. Only where
 * unnamed ones of that kind are stored, or many share author and text, there is a second question.
 * @param reader over `findStores`
 * @param lists keys as `itemKeys` makes them
 */
export async function findAllItems(reader: Reader, lists: readonly Keys[]): Promise<Item[][]> {
  const found: Item[][] = lists.map(() => []);
  const all = lists.map((_keys, at) => at);
  const named = await under(reader, lists, all, '#');
  for (const [at, items] of named) found[at] = fitting(lists[at] ?? [], items);
  const missing = all.filter((at) => found[at]?.length === 0);
  const unsure = await mayBeUnnamed(
    reader,
    lists,
    missing.filter((at) => named.has(at)),
  );
  const others = [...missing.filter((at) => !named.has(at)), ...unsure];
  const written = await under(reader, lists, others, '~');
  const many = [...written].flatMap(([at, items]) => (items.length === enough ? [at] : []));
  const timed = await under(reader, lists, many, '=');
  for (const [at, items] of written) {
    const more = (timed.get(at) ?? []).filter((item) => !items.some(({ id }) => id === item.id));
    found[at] = fitting(lists[at] ?? [], [...items, ...more]);
  }
  return found;
}

/** The one stored item that something seen is. */
export async function findItem(reader: Reader, keys: Keys): Promise<Item | undefined> {
  return (await findAllItems(reader, [keys]))[0]?.[0];
}
