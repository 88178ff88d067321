import type { Item } from '../../domain/item.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';

/** What of a person was tagged: what they wrote, and they themselves. */
export async function itemsBy(reader: Reader, keys: Iterable<string>): Promise<Item[]> {
  const found = new Map<string, Item>();
  for (const key of keys)
    for (const item of await reader.list('items', 'authorKeys', key)) found.set(item.id, item);
  return [...found.values()];
}

/** Erases it. @param erase takes a record away with no way back @returns ids of the tags that were on it */
export async function eraseItems(
  reader: Reader,
  keys: Iterable<string>,
  erase: (store: StoreName, id: string) => Promise<void>,
): Promise<string[]> {
  const items = await itemsBy(reader, keys);
  for (const { id } of items) await erase('items', id);
  return items.flatMap(({ tagIds }) => tagIds);
}
