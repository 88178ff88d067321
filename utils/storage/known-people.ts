import { commitsCounter } from './counters.ts';
import type { Database } from './database.ts';

/** Everyone in the notebook, to be found by what a table names them by. */
export interface KnownPeople {
  /** identity key of an account → id of its creator */
  byAccount: ReadonlyMap<string, string>;
  /** e-mail address in lower case → ids of all who have it: an agency's address leads to several */
  byEmail: ReadonlyMap<string, readonly string[]>;
  /** name as `nameKey` makes it → id of the first who goes by it */
  byName: ReadonlyMap<string, string>;
  creators: ReadonlyMap<string, { displayName: string; platforms: ReadonlySet<string> }>;
}

/** Two names that read the same are the same: full-width letters, case and spaces make no difference. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Records read at once: few enough that the transaction holds no large part of the notebook in memory. */
const pageSize = 1_000;

const kept = new WeakMap<Database, { commits: number; people: Promise<KnownPeople> }>();

/**
 * Everyone in the notebook as it stands now. There is no index on names or addresses, and ten thousand rows ask in ten messages: what
 * was collected is used again until something is written.
 */
export async function knownPeople(database: Database): Promise<KnownPeople> {
  const commits = (await database.get('counters', commitsCounter))?.value ?? 0;
  const found = kept.get(database);
  if (found?.commits === commits) return found.people;
  const people = collect(database);
  kept.set(database, { commits, people });
  people.catch(() => kept.delete(database));
  return people;
}

/** Pages through a store by its key, inside one transaction. */
async function* pages<T extends { id: string }>(
  read: (query: IDBKeyRange | null, count: number) => Promise<T[]>,
): AsyncGenerator<T[]> {
  for (let last: string | null = null; ; ) {
    const page: T[] = await read(last === null ? null : IDBKeyRange.lowerBound(last, true), pageSize);
    yield page;
    const end = page.at(-1);
    if (!end || page.length < pageSize) return;
    last = end.id;
  }
}

async function collect(database: Database): Promise<KnownPeople> {
  const byAccount = new Map<string, string>();
  const byEmail = new Map<string, string[]>();
  const byName = new Map<string, string>();
  const creators = new Map<string, { displayName: string; platforms: Set<string> }>();
  const transaction = database.transaction(['creators', 'accounts', 'contacts'], 'readonly');
  const stores = {
    creators: transaction.objectStore('creators'),
    accounts: transaction.objectStore('accounts'),
    contacts: transaction.objectStore('contacts'),
  };
  for await (const page of pages((query, count) => stores.creators.getAll(query, count))) {
    for (const { id, displayName, deletedAt } of page) {
      if (deletedAt) continue;
      creators.set(id, { displayName, platforms: new Set() });
      const key = nameKey(displayName);
      if (!byName.has(key)) byName.set(key, id);
    }
  }
  for await (const page of pages((query, count) => stores.accounts.getAll(query, count))) {
    for (const { creatorId, platform, identityKeys } of page) {
      const owner = creators.get(creatorId);
      if (!owner) continue;
      owner.platforms.add(platform);
      for (const key of identityKeys) byAccount.set(key, creatorId);
    }
  }
  for await (const page of pages((query, count) => stores.contacts.getAll(query, count))) {
    for (const { creatorId, kind, value } of page) {
      if (kind !== 'email' || !creators.has(creatorId)) continue;
      const holders = byEmail.get(value.toLowerCase()) ?? [];
      if (!holders.includes(creatorId)) byEmail.set(value.toLowerCase(), [...holders, creatorId]);
    }
  }
  return { byAccount, byEmail, byName, creators };
}
