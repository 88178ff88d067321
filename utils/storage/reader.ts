import type { IDBPTransaction } from 'idb';
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
  /** the first or last record by an index */
  edge<S extends StoreName>(
    store: S,
    index: IndexName<S>,
    end: 'first' | 'last',
    query?: IDBValidKey | IDBKeyRange | null,
  ): Promise<StoreRecord<S> | undefined>;
  /** a kept number; 0 where it was never moved */
  counter(name: string): Promise<number>;
  /** sum of the kept numbers whose names lie between two, both included */
  sum(from: string, to: string): Promise<number>;
}

type Mode = 'readonly' | 'readwrite' | 'versionchange';
type AnyTransaction = IDBPTransaction<NotebookSchema, StoreName[], Mode>;

/** What of a store is used here. The types of idb cannot follow a store that is a type parameter, so they stop at this line. */
interface PlainStore {
  get(id: string): Promise<unknown>;
  getAll(query?: IDBValidKey | IDBKeyRange | null, limit?: number): Promise<unknown>;
  index(name: string): {
    getAll(query?: IDBValidKey | IDBKeyRange | null, limit?: number): Promise<unknown>;
    openCursor(
      query: IDBValidKey | IDBKeyRange | null | undefined,
      direction: IDBCursorDirection,
    ): Promise<{ value: unknown } | null>;
  };
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
    async counter(name) {
      return (await transaction.objectStore('counters').get(name))?.value ?? 0;
    },
    async sum(from, to) {
      const counters = await transaction.objectStore('counters').getAll(IDBKeyRange.bound(from, to));
      return counters.reduce((total, { value }) => total + value, 0);
    },
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
