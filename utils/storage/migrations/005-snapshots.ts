import type { Migration } from './migration.ts';

/**
 * Snapshots of watched pages, the changes between them, their contents by hash (rows and bytes apart: counting must not move bytes),
 * figures for the series, when a page was last seen, pictures that are being taken, how far the refresh of a page is, and what waits to be told.
 */
export const snapshots: Migration = {
  version: 5,
  apply(database) {
    const looks = database.createObjectStore('snapshots', { keyPath: 'id' });
    looks.createIndex('pageAt', ['watchedPageId', 'takenAt']);
    looks.createIndex('competitorAt', ['competitorId', 'takenAt']);
    looks.createIndex('removedAt', 'removedAt');
    const changes = database.createObjectStore('changes', { keyPath: 'id' });
    changes.createIndex('at', 'foundAt');
    changes.createIndex('pageAt', ['watchedPageId', 'foundAt']);
    changes.createIndex('competitorAt', ['competitorId', 'foundAt']);
    changes.createIndex('snapshotId', 'snapshotId');
    database
      .createObjectStore('pageFigures', { keyPath: 'id' })
      .createIndex('pageAt', ['watchedPageId', 'at']);
    database.createObjectStore('watchStates', { keyPath: 'id' });
    database.createObjectStore('blobs', { keyPath: 'id' });
    database.createObjectStore('blobContents', { keyPath: 'id' });
    database.createObjectStore('pictureJobs', { keyPath: 'id' });
    database.createObjectStore('refreshJobs', { keyPath: 'id' });
    database.createObjectStore('alerts', { keyPath: 'id' });
  },
};
