import type { Migration } from './migration.ts';

/** The first schema: stores and their indexes as `[name, keyPath, multiEntry or unique]`. */
const stores: Record<string, [name: string, keyPath: string | string[], options?: IDBIndexParameters][]> = {
  creators: [
    ['due', 'due'],
    ['tagIds', 'tagIds', { multiEntry: true }],
  ],
  accounts: [
    ['identityKeys', 'identityKeys', { multiEntry: true }],
    ['creatorId', 'creatorId'],
  ],
  observations: [['accountAt', ['accountId', 'at']]],
  contacts: [['creatorId', 'creatorId']],
  tags: [['name', 'name']],
  activities: [
    ['at', 'at'],
    ['kindAt', ['kind', 'at']],
  ],
  operations: [['at', 'at']],
  competitors: [['position', 'position']],
  watchedPages: [
    ['competitorId', 'competitorId'],
    ['url', 'url'],
    ['key', 'key'],
  ],
  routines: [['position', 'position']],
  dayEntries: [
    ['day', 'day'],
    ['dayRoutine', ['day', 'routineId'], { unique: true }],
  ],
  brands: [],
  settings: [],
  counters: [],
  tombstones: [],
  meta: [],
};

export const notebook: Migration = {
  version: 1,
  apply(database) {
    for (const [name, indexes] of Object.entries(stores)) {
      const store = database.createObjectStore(name, { keyPath: 'id' });
      for (const [index, keyPath, options] of indexes) store.createIndex(index, keyPath, options);
    }
  },
};
