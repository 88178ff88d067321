import { type IDBPTransaction, unwrap } from 'idb';
import type { Database } from './database.ts';
import type { IndexName, NotebookSchema, StoreName, StoreRecord } from './schema.ts';

/** Reading inside one transaction. Keys of all stores are their records' `id`. */
export interface Reader {
  get<S extends StoreName>(store: S, id: string): Promise<StoreRecord<S> | undefined>;
  /** everything in a small store; never of creators, observations, activities */
  all<S extends StoreName>(store: S): Promise<StoreRecord<S>[]>;
  /** records by an index, in its order */
  list<S extends StoreName>(
    store: S,
    index: IndexName<S>,
    query?: IDBValidKey | IDBKeyRange | null,
    limit?: number,
  ): Promise<StoreRecord<S>[]>;
  /**
   * for each of many keys of an index the first records under it, in the order of the keys. Without a promise for each: of hundreds that
   * is most of the time.
   */
  listEach<S extends StoreName>(
    store: S,
    index: IndexName<S>,
    keys: readonly IDBValidKey[],
    limit: number,
  ): Promise<StoreRecord<S>[][]>;
  /**
   * the last records by an index (null: by id), the last one first. Those that share the index key of the last of them come along,
   * so they may be a few more than `limit`.
   */
  newest<S extends StoreName>(
    store: S,
    index: IndexName<S> | null,
    query: IDBKeyRange | null,
    limit: number,
  ): Promise<StoreRecord<S>[]>;
  /** ids by an index, in its order: cheap where the records are large */
  keys<S extends StoreName>(
    store: S,
    index: IndexName<S>,
    query: IDBValidKey | IDBKeyRange,
  ): Promise<string[]>;
  /** the first or last record by an index */
  edge<S extends StoreName>(
    store: S,
    index: IndexName<S>,
    end: 'first' | 'last',
    query?: IDBValidKey | IDBKeyRange | null,
  ): Promise<StoreRecord<S> | undefined>;
  /** how many records lie in a narrow range of an index, such as the looks at one account; never of a whole store */
  countIn<S extends StoreName>(
    store: S,
    index: IndexName<S>,
    query: IDBValidKey | IDBKeyRange,
  ): Promise<number>;
  /** a kept number; 0 where it was never moved */
  counter(name: string): Promise<number>;
  /** sum of the kept numbers whose names lie between two, both included */
  sum(from: string, to: string): Promise<number>;
  /** those numbers one by one, as they stand before what this transaction moves */
  counters(from: string, to: string): Promise<{ id: string; value: number }[]>;
}

type Mode = 'readonly' | 'readwrite' | 'versionchange';
type AnyTransaction = IDBPTransaction<NotebookSchema, StoreName[], Mode>;

type Query = IDBValidKey | IDBKeyRange | null;

interface PlainKeyCursor {
  key: IDBValidKey;
  advance(count: number): Promise<PlainKeyCursor | null>;
}

/** What of a store or index is used here. The types of idb cannot follow a store that is a type parameter, so they stop here. */
interface PlainSource {
  getAll(query?: Query, limit?: number): Promise<unknown>;
  getAllKeys(query?: Query): Promise<unknown>;
  count(query: Query): Promise<number>;
  openCursor(query: Query | undefined, direction: IDBCursorDirection): Promise<{ value: unknown } | null>;
  openKeyCursor(query: Query, direction: IDBCursorDirection): Promise<PlainKeyCursor | null>;
}
interface PlainStore extends PlainSource {
  get(id: string): Promise<unknown>;
  index(name: string): PlainSource;
}

/**
 * Records from the end. `getAll` knows no direction everywhere yet (in Chromium since 141), and a cursor asks once per record: so a
 * key cursor jumps to where the page begins, and the page is read at once. To be looked at again in 2027.
 */
async function fromTheEnd(source: PlainSource, query: IDBKeyRange | null, limit: number): Promise<unknown[]> {
  const last = await source.openKeyCursor(query, 'prev');
  if (!last) return [];
  const to = last.key;
  const first = limit > 1 ? await last.advance(limit - 1) : last;
  const range = first ? IDBKeyRange.bound(first.key, to) : query;
  return ((await source.getAll(range)) as unknown[]).reverse();
}

/** Asks for many keys at once and waits for the last answer: the browser answers in order. */
function listEach(index: IDBIndex, keys: readonly IDBValidKey[], limit: number): Promise<unknown[][]> {
  return new Promise((done, failed) => {
    const requests = keys.map((key) => index.getAll(key, limit));
    const last = requests.at(-1);
    if (!last) return done([]);
    for (const request of requests) request.onerror = () => failed(request.error);
    last.onsuccess = () => done(requests.map(({ result }) => result as unknown[]));
  });
}

export function makeReader(transaction: AnyTransaction): Reader {
  const store = (name: StoreName) => transaction.objectStore(name) as unknown as PlainStore;
  return {
    get: async <S extends StoreName>(name: S, id: string) =>
      (await store(name).get(id)) as StoreRecord<S> | undefined,
    all: async <S extends StoreName>(name: S) => (await store(name).getAll()) as StoreRecord<S>[],
    list: async <S extends StoreName>(
      name: S,
      index: IndexName<S>,
      query?: IDBValidKey | IDBKeyRange | null,
      limit?: number,
    ) => (await store(name).index(index).getAll(query, limit)) as StoreRecord<S>[],
    listEach: async <S extends StoreName>(
      name: S,
      index: IndexName<S>,
      keys: readonly IDBValidKey[],
      limit: number,
    ) => {
      const source = unwrap(transaction.objectStore(name)) as unknown as IDBObjectStore;
      return (await listEach(source.index(index), keys, limit)) as StoreRecord<S>[][];
    },
    newest: async <S extends StoreName>(
      name: S,
      index: IndexName<S> | null,
      query: IDBKeyRange | null,
      limit: number,
    ) => {
      const source = index === null ? store(name) : store(name).index(index);
      return (await fromTheEnd(source, query, limit)) as StoreRecord<S>[];
    },
    keys: async <S extends StoreName>(name: S, index: IndexName<S>, query: IDBValidKey | IDBKeyRange) =>
      (await store(name).index(index).getAllKeys(query)) as string[],
    edge: async <S extends StoreName>(
      name: S,
      index: IndexName<S>,
      end: 'first' | 'last',
      query?: IDBValidKey | IDBKeyRange | null,
    ) => {
      const cursor = await store(name)
        .index(index)
        .openCursor(query, end === 'first' ? 'next' : 'prev');
      return cursor?.value as StoreRecord<S> | undefined;
    },
    countIn: async <S extends StoreName>(name: S, index: IndexName<S>, query: IDBValidKey | IDBKeyRange) =>
      store(name).index(index).count(query),
    async counter(name) {
      return (await transaction.objectStore('counters').get(name))?.value ?? 0;
    },
    async sum(from, to) {
      const counters = await transaction.objectStore('counters').getAll(IDBKeyRange.bound(from, to));
      return counters.reduce((total, { value }) => total + value, 0);
    },
    counters: async (from, to) => transaction.objectStore('counters').getAll(IDBKeyRange.bound(from, to)),
  };
}

/** Runs `work` in one read transaction over the stores: it sees one state of the notebook. */
export function readNotebook<T>(
  database: Database,
  stores: readonly StoreName[],
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  return work(makeReader(database.transaction([...stores], 'readonly')));
}
