import type { Migration } from './migration.ts';

/**
 * Reply templates: themselves, what they were before, where they were used, what was answered in their fill-in fields, and the last
 * comments that were replied to, for the preview.
 */
export const templates: Migration = {
  version: 4,
  apply(database) {
    database.createObjectStore('templates', { keyPath: 'id' });
    database
      .createObjectStore('templateVersions', { keyPath: 'id' })
      .createIndex('templateAt', ['templateId', 'at']);
    const uses = database.createObjectStore('templateUses', { keyPath: 'id' });
    uses.createIndex('at', 'at');
    uses.createIndex('templateAt', ['templateId', 'at']);
    uses.createIndex('creatorId', 'creatorId');
    uses.createIndex('postHash', 'postHash');
    uses.createIndex('threadHash', 'threadHash');
    database.createObjectStore('fillInAnswers', { keyPath: 'id' }).createIndex('name', 'name');
    database.createObjectStore('seenComments', { keyPath: 'id' });
  },
};
