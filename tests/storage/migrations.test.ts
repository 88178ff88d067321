import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { openDatabase } from '../../utils/storage/database.ts';
import type { AnyDatabase, UpgradeTransaction } from '../../utils/storage/migrations/migration.ts';
import { migrate, migrations, schemaVersion } from '../../utils/storage/migrations/migrations.ts';
import { recordSchemas, storeNames } from '../../utils/storage/schema.ts';

const fixtures = join(import.meta.dirname, '../fixtures/storage');
const dumpFile = (version: number) => join(fixtures, `v${version}.json`);
const versions = Array.from({ length: schemaVersion }, (_, index) => index + 1);
type Dump = Record<string, unknown[]>;
/** JSON has no bytes: they stand there as base64. */
const revive = (_key: string, value: unknown) =>
  typeof value === 'object' && value !== null && 'base64' in value
    ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
    : value;
const dumpOf = (version: number) => JSON.parse(readFileSync(dumpFile(version), 'utf8'), revive) as Dump;

const name = 'walk';
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A database as a released version left it. */
async function asReleased(version: number, dump: Dump): Promise<void> {
  const database = await openDB(name, version, {
    async upgrade(opened, _from, _to, transaction) {
      await migrate(opened, transaction as unknown as UpgradeTransaction, 0, version);
    },
  });
  for (const [store, records] of Object.entries(dump)) {
    for (const record of records) await database.put(store, record);
  }
  database.close();
}

async function open() {
  const opened = await openDatabase({ name, now: new Date('2026-03-10T09:00:00.000Z') });
  if ('ok' in opened) throw new Error(opened.message);
  return opened;
}

/** Stores and indexes with their key paths, as text. */
function shapeOf(database: AnyDatabase): string[] {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  return names.flatMap((store) => {
    const { keyPath, indexNames } = transaction.objectStore(store);
    const indexes = [...indexNames].map((index) => {
      const { keyPath: path, multiEntry, unique } = transaction.objectStore(store).index(index);
      return `${store}.${index} ${JSON.stringify(path)} ${multiEntry} ${unique}`;
    });
    return [`${store} ${JSON.stringify(keyPath)}`, ...indexes];
  });
}

test('versions are numbered without a gap, one file each, and every one has its golden dump', () => {
  expect(migrations.map(({ version }) => version)).toEqual(versions);
  const folder = join(import.meta.dirname, '../../utils/storage/migrations');
  const files = readdirSync(folder).filter((file) => /^\d{3}-/.test(file));
  expect(files.map((file) => Number(file.slice(0, 3)))).toEqual(versions);
  expect(versions.filter((version) => !existsSync(dumpFile(version)))).toEqual([]);
});

test('has the indexes that reading relies on', async () => {
  const database = await open();
  expect(shapeOf(database as unknown as AnyDatabase).filter((line) => line.includes('.'))).toEqual([
    'accounts.creatorId "creatorId" false false',
    'accounts.identityKeys "identityKeys" true false',
    'activities.at "at" false false',
    'activities.kindAt ["kind","at"] false false',
    'activities.subjectAt ["subjectId","at"] false false',
    'cases.authorKeys "authorKeys" true false',
    'cases.closedAt "closedAt" false false',
    'cases.itemId "itemId" false false',
    'cases.measuredAt "measuredAt" true false',
    'cases.openDue "openDue" false false',
    'cases.openOrder "openOrder" false false',
    'changes.at "foundAt" false false',
    'changes.competitorAt ["competitorId","foundAt"] false false',
    'changes.pageAt ["watchedPageId","foundAt"] false false',
    'changes.snapshotId "snapshotId" false false',
    'competitors.position "position" false false',
    'contacts.creatorId "creatorId" false false',
    'creators.due "due" false false',
    'creators.tagIds "tagIds" true false',
    'crops.grantId "grantId" false false',
    'dayEntries.day "day" false false',
    'dayEntries.dayRoutine ["day","routineId"] false true',
    'draws.authorKeys "authorKeys" true false',
    'draws.campaignId "campaignId" false false',
    'entries.authorKeys "authorKeys" true false',
    'entries.campaignId "campaignId" false false',
    'entries.keys "keys" true false',
    'fanPoints.at "at" false false',
    'fanPoints.fanAt ["fanId","at"] false false',
    'fanPoints.sourceId "sourceId" false false',
    'fans.gaveAt "gaveAt" false false',
    'fans.keys "keys" true false',
    'fans.lastAt "lastAt" false false',
    'fans.pointsLast ["points","lastAt"] false false',
    'fillInAnswers.name "name" false false',
    'items.authorKeys "authorKeys" true false',
    'items.keys "keys" true false',
    'items.spamDone "spamDone" false false',
    'items.spamKeys "spamKeys" true false',
    'items.spamOpen "spamOpen" false false',
    'items.tagIds "tagIds" true false',
    'items.taggedAt "taggedAt" false false',
    'items.taggedWith "taggedWith" true false',
    'keywordHits.at "at" false false',
    'keywordHits.groupDay ["groupId","day"] false false',
    'keywordHits.hitKey "hitKey" false false',
    'observations.accountAt ["accountId","at"] false false',
    'operations.at "at" false false',
    'operations.batchId "batchId" false false',
    'pageFigures.pageAt ["watchedPageId","at"] false false',
    'places.position "position" false false',
    'rightsGrants.askedAt "askedAt" false false',
    'rightsGrants.authorKeys "authorKeys" true false',
    'rightsGrants.itemId "itemId" false false',
    'rightsGrants.keys "subject.keys" true false',
    'rightsGrants.stateAt ["state","id"] false false',
    'rightsGrants.until "until" false false',
    'routines.position "position" false false',
    'snapshots.competitorAt ["competitorId","takenAt"] false false',
    'snapshots.pageAt ["watchedPageId","takenAt"] false false',
    'snapshots.removedAt "removedAt" false false',
    'suppressions.hash "hash" false false',
    'tags.name "name" false false',
    'templateUses.at "at" false false',
    'templateUses.creatorId "creatorId" false false',
    'templateUses.postHash "postHash" false false',
    'templateUses.templateAt ["templateId","at"] false false',
    'templateUses.threadHash "threadHash" false false',
    'templateVersions.templateAt ["templateId","at"] false false',
    'watchedPages.competitorId "competitorId" false false',
    'watchedPages.key "key" false false',
    'watchedPages.url "url" false false',
  ]);
  database.close();
});

describe.each(versions)('from version %i', (version) => {
  test('its dump has records of every store that it had', async () => {
    const dump = dumpOf(version);
    await asReleased(version, {});
    const database = await openDB(name);
    const empty = [...database.objectStoreNames].filter((store) => !dump[store]?.length);
    database.close();
    expect(empty).toEqual([]);
  });

  test('the walk to today ends in valid records, none lost, in today’s shape', async () => {
    const dump = dumpOf(version);
    await asReleased(version, dump);
    const database = await open();
    expect(database.version).toBe(schemaVersion);
    for (const store of storeNames) {
      const records = await database.getAll(store);
      const faults = records.flatMap((record) => {
        const parsed = z.safeParse(recordSchemas[store], record);
        return parsed.success ? [] : [`${store}: ${z.prettifyError(parsed.error)}`];
      });
      expect(faults).toEqual([]);
      if (version === schemaVersion) expect(records).toHaveLength(dump[store]?.length ?? 0);
    }
    const walked = shapeOf(database as unknown as AnyDatabase);
    database.close();
    globalThis.indexedDB = new IDBFactory();
    const fresh = await open();
    expect(walked).toEqual(shapeOf(fresh as unknown as AnyDatabase));
    expect([...fresh.objectStoreNames].sort()).toEqual([...storeNames].sort());
    fresh.close();
  });

  test('people, brands and what is watched are still there', async () => {
    const dump = dumpOf(version);
    await asReleased(version, dump);
    const database = await open();
    for (const store of [
      'creators',
      'accounts',
      'contacts',
      'brands',
      'competitors',
      'watchedPages',
    ] as const) {
      const ids = (dump[store] as { id: string }[]).map(({ id }) => id);
      expect((await database.getAllKeys(store)).sort()).toEqual(ids.sort());
    }
    database.close();
  });
});

describe('a step', () => {
  const steps = [
    {
      version: 1,
      apply: (database: AnyDatabase) => {
        database.createObjectStore('things', { keyPath: 'id' });
      },
    },
    {
      version: 2,
      apply: async (_database: AnyDatabase, transaction: UpgradeTransaction) => {
        const store = transaction.objectStore('things');
        for (const thing of await store.getAll()) await store.put({ ...thing, colour: 'blue' });
      },
    },
  ];
  const walk = (to: number, fails = false) =>
    openDB(name, to, {
      upgrade(database, from, _to, transaction) {
        transaction.done.catch(() => {});
        const upgrade = transaction as unknown as UpgradeTransaction;
        migrate(database, upgrade, from, to, steps).then(() => fails && transaction.abort());
      },
    });

  test('is taken only by those who have not taken it', async () => {
    const first = await walk(1);
    await first.put('things', { id: 'a' });
    first.close();
    const second = await walk(2);
    expect(await second.getAll('things')).toEqual([{ id: 'a', colour: 'blue' }]);
    second.close();
    (await walk(2)).close();
  });

  test('that is interrupted leaves the version before it, whole', async () => {
    const first = await walk(1);
    await first.put('things', { id: 'a' });
    first.close();
    await expect(walk(2, true)).rejects.toThrow();
    const again = await openDB(name);
    expect(again.version).toBe(1);
    expect(await again.getAll('things')).toEqual([{ id: 'a' }]);
    again.close();
    const second = await walk(2);
    expect(await second.getAll('things')).toEqual([{ id: 'a', colour: 'blue' }]);
    second.close();
  });
});
