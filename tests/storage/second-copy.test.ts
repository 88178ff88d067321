import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../utils/domain/item.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { saveBrand } from '../../utils/services/save-brand.ts';
import { undoOperation } from '../../utils/services/undo-operation.ts';
import { schemaVersion } from '../../utils/storage/migrations/migrations.ts';
import { copiedAtMost } from '../../utils/storage/recent-records.ts';
import { copiedStores } from '../../utils/storage/schema.ts';
import { newestCopy } from '../../utils/storage/second-copy.ts';
import { decodeCopy, decodeHeader } from '../../utils/storage/second-copy-format.ts';
import {
  codeOf,
  databaseOf,
  dump,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../support/memory-notebook.ts';
import { named, profile } from '../support/readings.ts';
import { taggedRecords } from '../support/tagged-notebook.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

async function capture(handle: string) {
  machine.later();
  const operationId = newId();
  const reading = profile(named(handle));
  good(await captureCreator({ operationId, reading }, machine.call(pageIn(1))));
  return operationId;
}
const write = () => {
  machine.later();
  return machine.notebook.writeSecondCopy();
};
const bytes = () => [...machine.files.contents.values()];
const only = () => {
  const [first] = bytes();
  if (!first) throw new Error('no copy');
  return first;
};

test('holds the small stores, not the logs, under a header that says whose and when', async () => {
  await capture('mira.bakes');
  expect(await write()).toBe('written');
  const copy = await decodeCopy(only());
  const meta = await (await databaseOf(machine)).get('meta', 'notebook');
  expect(copy?.header).toMatchObject({
    databaseId: meta?.databaseId,
    creators: 1,
    records: 2,
    schemaVersion,
  });
  expect(copy?.stores).toEqual(await dump(machine, copiedStores));
});

test('is written only when something changed', async () => {
  await capture('mira.bakes');
  expect([await write(), await write()]).toEqual(['written', 'unchanged']);
  // a worker that was stopped in between remembers nothing
  const { notebook } = machine.start();
  expect(await notebook.writeSecondCopy()).toBe('unchanged');
  await capture('noor.knits');
  expect(await write()).toBe('written');
});

test('two files take turns, and a torn write leaves the newer', async () => {
  await capture('mira.bakes');
  await write();
  await capture('noor.knits');
  await write();
  await capture('third');
  await write();
  const creators = await Promise.all(bytes().map(async (file) => (await decodeHeader(file))?.creators));
  expect(creators.sort()).toEqual([2, 3]);

  const whole = machine.files.write;
  machine.files.write = (name, file) => whole(name, file.slice(0, file.length / 2));
  await capture('fourth');
  expect(await write()).toBe('failed');
  expect((await newestCopy(machine.files))?.header.creators).toBe(3);
  machine.files.write = whole;
  expect(await write()).toBe('written');
  expect((await newestCopy(machine.files))?.header.creators).toBe(4);
});

test('an empty notebook never replaces a fuller copy', async () => {
  const operation = await capture('mira.bakes');
  await write();
  machine.later();
  expect(codeOf(await undoOperation({ operationId: newId(), undo: operation }, machine.call()))).toBe('ok');
  // what the undo's look at the day made anew is no record of the person
  const database = await databaseOf(machine);
  const left = await database.get('counters', 'records');
  expect(left?.value).toBe(0);
  expect(await write()).toBe('refused');
  expect((await newestCopy(machine.files))?.header.creators).toBe(1);
});

test('leaves out checklist entries older than sixty days', async () => {
  const database = await databaseOf(machine);
  const at = machine.clock.now.toISOString();
  const entry = (day: string) => ({
    id: newId(),
    createdAt: at,
    updatedAt: at,
    day,
    routineId: newId(),
    part: 'any' as const,
    position: 1,
    done: true,
    by: 'hand' as const,
  });
  await database.put('dayEntries', entry('2026-01-01'));
  await database.put('dayEntries', entry('2026-03-01'));
  await capture('mira.bakes');
  await write();
  const copy = await decodeCopy(only());
  expect(copy?.stores.dayEntries).toMatchObject([{ day: '2026-03-01' }]);
});

describe('is refused whole when', () => {
  beforeEach(async () => {
    await capture('mira.bakes');
    await capture('noor.knits');
    await write();
  });

  test('it is cut off anywhere', async () => {
    const file = only();
    for (let length = 0; length < file.length; length += 7) {
      expect(await decodeCopy(file.slice(0, length))).toBeNull();
    }
  });

  test('a bit of it is flipped', async () => {
    const file = only();
    const whole = await decodeCopy(file);
    let refused = 0;
    let flips = 0;
    // the ten bytes of gzip's own header carry nothing of ours
    for (let at = 10; at < file.length; at += 5) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      flips += 1;
      const copy = await decodeCopy(flipped);
      // a bit on which nothing hangs, such as the padding at the end, leaves the copy as it was
      if (copy) expect(copy).toEqual(whole);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(flips * 0.9);
  });

  test('someone packed it anew with other words', async () => {
    const text = gunzipSync(only()).toString('utf8');
    const altered = text.replace('noor.knits', 'noor.sews!');
    expect(altered).not.toBe(text);
    expect(await decodeCopy(new Uint8Array(gzipSync(altered)))).toBeNull();
  });

  /** Packs a body as the product does, with a right checksum. */
  function packed(body: string) {
    const checksum = createHash('sha256').update(body).digest('hex');
    return new Uint8Array(gzipSync(`${checksum}\n${body}`));
  }
  const body = () => gunzipSync(only()).toString('utf8').split('\n').slice(1).join('\n');

  test.each<[string, (text: string) => string]>([
    ['a record is none of ours', (text) => text.replace('"loyalty":"none"', '"loyalty":"enormous"')],
    ['a record has one field more', (text) => text.replace('"notes":""', '"notes":"","admin":true')],
    [
      'a key would reach the prototype',
      (text) => text.replace('"notes":""', '"notes":"","__proto__":{"x":1}'),
    ],
    [
      'a key of a dictionary would',
      (text) => text.replace('"readAt":{', '"readAt":{"__proto__":"2026-03-10T09:00:00.000Z",'),
    ],
    ['a store would', (text) => text.replace('"brands":[]', '"constructor":[]')],
    ['a store is unknown', (text) => text.replace('"brands":[]', '"secrets":[]')],
    [
      'it comes from a newer version',
      (text) => text.replace(`"schemaVersion":${schemaVersion}`, '"schemaVersion":99'),
    ],
    ['its header is no header', (text) => text.replace('deckhand-second-copy', 'something-else')],
  ])('%s', async (_name, alter) => {
    expect(await decodeCopy(packed(body()))).not.toBeNull();
    const altered = alter(body());
    expect(altered).not.toBe(body());
    expect(await decodeCopy(packed(altered))).toBeNull();
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

test('more of a notebook than people is copied too', async () => {
  const details = {
    name: 'Kiln',
    accounts: [],
    shops: [],
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: [],
  };
  good(await saveBrand({ operationId: newId(), details }, machine.call()));
  expect(await write()).toBe('written');
  expect((await decodeCopy(only()))?.stores.brands).toMatchObject([{ name: 'Kiln' }]);
});

test('of tagged items it holds the newest, however many there are', async () => {
  await capture('mira.bakes');
  const database = await databaseOf(machine);
  const transaction = database.transaction('items', 'readwrite');
  const [sample] = taggedRecords().flatMap(({ store, record }) =>
    store === 'items' ? [record as Item] : [],
  );
  if (!sample) throw new Error('no item');
  const ids: string[] = [];
  for (let at = 0; at < copiedAtMost.items + 3; at++) {
    const taggedAt = new Date(Date.parse('2026-01-01T00:00:00.000Z') + at * 1_000).toISOString();
    const item = { ...sample, id: newId(), taggedAt };
    ids.push(item.id);
    transaction.store.put(item);
  }
  await transaction.done;
  expect(await write()).toBe('written');
  const copied = (await decodeCopy(only()))?.stores.items as Item[];
  expect(copied.map(({ id }) => id).sort()).toEqual(ids.slice(3).sort());
});
