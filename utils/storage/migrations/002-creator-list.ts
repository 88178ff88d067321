import type { Migration } from './migration.ts';

/** The creator list: saved views, work in batches, suppressions, and what one person's activity is found by. */
export const creatorList: Migration = {
  version: 2,
  async apply(database, transaction) {
    database.createObjectStore('savedViews', { keyPath: 'id' });
    database.createObjectStore('batches', { keyPath: 'id' });
    database.createObjectStore('suppressions', { keyPath: 'id' }).createIndex('hash', 'hash');
    transaction.objectStore('activities').createIndex('subjectAt', ['subjectId', 'at']);
    transaction.objectStore('operations').createIndex('batchId', 'batchId');
    // looks at one account lie together in an index and are counted there: a kept number for each account made every import slow
    await transaction
      .objectStore('counters')
      .delete(IDBKeyRange.bound('observations:', 'observations:\uffff'));
  },
};
