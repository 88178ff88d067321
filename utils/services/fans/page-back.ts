import type { Reader } from '../../storage/reader.ts';
import type { IndexName, StoreName, StoreRecord } from '../../storage/schema.ts';

/** Records read at once where some are left out. */
const chunk = 200;

/**
 * One page of an index from its end: what comes after the row `before`, without those that `keep` leaves out.
 * @param where.range the part of the index that ends with `upTo`, which may be left out
 * @param where.keyOf a record's key in that index
 */
export async function pageBack<S extends StoreName>(
  reader: Reader,
  where: {
    store: S;
    index: IndexName<S>;
    range: (upTo?: IDBValidKey) => IDBKeyRange | null;
    keyOf: (record: StoreRecord<S>) => IDBValidKey;
    keep?: (record: StoreRecord<S>) => Promise<boolean> | boolean;
  },
  before: { key: IDBValidKey; id: string } | null,
  limit: number,
): Promise<{ rows: StoreRecord<S>[]; more: boolean }> {
  const { store, index, range, keyOf, keep = () => true } = where;
  const found: StoreRecord<S>[] = [];
  const asked = Math.max(chunk, limit + 2);
  let end = before;
  // one more than asked for says whether there are others
  while (found.length <= limit) {
    const page = await reader.newest(store, index, range(end?.key), asked);
    const last = end;
    const isShown = (record: StoreRecord<S>) => {
      if (last === null) return false;
      const order = indexedDB.cmp(keyOf(record), last.key);
      return order > 0 || (order === 0 && record.id >= last.id);
    };
    const fresh = page.filter((record) => !isShown(record));
    for (const record of fresh) if (await keep(record)) found.push(record);
    const final = fresh.at(-1);
    if (!final || page.length < asked) break;
    end = { key: keyOf(final), id: final.id };
  }
  return { rows: found.slice(0, limit), more: found.length > limit };
}
