import type { Migration } from './migration.ts';

/**
 * What tags are put on and what follows from them: items by their keys, tags and authors, cases by deadline, keyword alerts, rights with
 * pictures apart, fans and what counted, campaigns with entries and draws, and the places that are looked at every day.
 */
export const tags: Migration = {
  version: 6,
  apply(database) {
    const make = (name: string, indexes: Record<string, string | string[]> = {}, many: string[] = []) => {
      const store = database.createObjectStore(name, { keyPath: 'id' });
      for (const [index, path] of Object.entries(indexes))
        store.createIndex(index, path, { multiEntry: many.includes(index) });
    };
    const own = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));
    make(
      'items',
      own('keys', 'tagIds', 'taggedWith', 'authorKeys', 'spamKeys', 'taggedAt', 'spamOpen', 'spamDone'),
      ['keys', 'tagIds', 'taggedWith', 'authorKeys', 'spamKeys'],
    );
    make('cases', own('openDue', 'openOrder', 'closedAt', 'itemId', 'authorKeys', 'measuredAt'), [
      'authorKeys',
      'measuredAt',
    ]);
    make('keywordGroups');
    make('keywordHits', { ...own('hitKey', 'at'), groupDay: ['groupId', 'day'] });
    make(
      'rightsGrants',
      { ...own('itemId', 'until', 'askedAt', 'authorKeys'), keys: 'subject.keys', stateAt: ['state', 'id'] },
      ['authorKeys', 'keys'],
    );
    make('crops', own('grantId'));
    make('fans', { ...own('keys', 'lastAt', 'gaveAt'), pointsLast: ['points', 'lastAt'] }, ['keys']);
    make('fanPoints', { ...own('sourceId', 'at'), fanAt: ['fanId', 'at'] });
    make('campaigns');
    make('entries', own('campaignId', 'keys', 'authorKeys'), ['keys', 'authorKeys']);
    make('draws', own('campaignId', 'authorKeys'), ['authorKeys']);
    make('places', own('position'));
  },
};
