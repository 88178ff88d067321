import type { Migration } from './migration.ts';

/** Sites: how well their pages are read, and where the person pointed at fields. */
export const sites: Migration = {
  version: 3,
  apply(database) {
    database.createObjectStore('siteHealth', { keyPath: 'id' });
    database.createObjectStore('hints', { keyPath: 'id' });
  },
};
