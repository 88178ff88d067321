import { describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Snapshot } from '../../../utils/domain/snapshot.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { beginBatch } from '../../../utils/services/begin-batch.ts';
import { checkStorage } from '../../../utils/services/check-storage.ts';
import { readBackupPage } from '../../../utils/services/read-backup-page.ts';
import { removeCompetitor } from '../../../utils/services/remove-competitor.ts';
import { restoreBackupLines } from '../../../utils/services/restore-backup-lines.ts';
import { pinSnapshot, removeSnapshot } from '../../../utils/services/snapshots/edit-snapshot.ts';
import { listSnapshots } from '../../../utils/services/snapshots/list-snapshots.ts';
import { recordSnapshot } from '../../../utils/services/snapshots/record-snapshot.ts';
import {
  thinSnapshots,
  tidySnapshots,
  watchStorage,
} from '../../../utils/services/snapshots/watch-storage.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { schemaVersion } from '../../../utils/storage/migrations/migrations.ts';
import { backupStores } from '../../../utils/storage/schema.ts';
import { nextToThin, thinScope, thinSome } from '../../../utils/storage/thin-snapshots.ts';
import { maintain } from '../../../utils/storage/unit-of-work.ts';
import { contentFaults } from '../../support/content-faults.ts';
import { databaseOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import {
  given,
  goods,
  listing,
  type WatchedShop,
  watch,
  watchedShop,
  words,
} from '../../support/watched-shop.ts';

const day = 60 * 24;

async function sound(machine: Machine) {
  expect(await contentFaults(await databaseOf(machine))).toEqual([]);
  const { kept, counted } = await keptAndCounted(machine);
  expect(kept).toEqual(counted);
}

/** One look a day, each with a text of its own. */
async function days(shop: WatchedShop, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    shop.machine.later(day - 60);
    ids.push((await shop.see(goods(3), { text: words(`Day ${n} ${'of the shop '.repeat(30)}`) })).snapshotId);
  }
  return ids;
}

describe('thinning', () => {
  test('takes layers and leaves changes, figures and what is pinned; it says before what it would free', async () => {
    const shop = await watchedShop();
    const ids = await days(shop, 45);
    const call = () => shop.machine.call();
    const [, pinned = ''] = ids;
    good(await pinSnapshot({ operationId: newId(), snapshotId: pinned, pinned: true }, call()));
    const said = good(await watchStorage({}, call()));
    expect(said.snapshots).toBe(45);
    expect(said.thinnable.snapshots).toBeGreaterThan(8);
    const lasting = await dump(shop.machine, ['changes', 'pageFigures']);
    let [thinned, bytes] = [0, 0];
    for (let left = 1; left > 0; ) {
      const step = good(await thinSnapshots({ operationId: newId() }, call()));
      left = step.left;
      thinned += step.thinned;
      bytes += step.bytes;
    }
    expect({ snapshots: thinned, bytes }).toEqual(said.thinnable);
    const after = good(await watchStorage({}, call()));
    expect(after.thinnable).toEqual({ snapshots: 0, bytes: 0 });
    expect(after.bytes.text).toBe(said.bytes.text - bytes);
    expect(await dump(shop.machine, ['changes', 'pageFigures'])).toEqual(lasting);
    const database = await databaseOf(shop.machine);
    expect((await database.get('snapshots', pinned))?.layers.text.state).toBe('kept');
    expect((await database.get('snapshots', ids[2] ?? ''))?.layers.text).toEqual({
      state: 'missing',
      reason: 'thinned',
    });
    await sound(shop.machine);
  });
});

test('what is pinned between planning and thinning stays', async () => {
  const shop = await watchedShop();
  const ids = await days(shop, 45);
  const database = await databaseOf(shop.machine);
  const { now } = shop.machine.clock;
  const all = (snapshots: readonly Snapshot[]) => new Set(snapshots.map(({ id }) => id));
  const { step, left } = await nextToThin(database, now, all);
  expect(left).toBe(25);
  const [first = '', second = ''] = step.map(({ id }) => id);
  expect(ids).toContain(first);
  good(await pinSnapshot({ operationId: newId(), snapshotId: first, pinned: true }, shop.machine.call()));
  good(await removeSnapshot({ operationId: newId(), snapshotId: second }, shop.machine.call()));
  const done = good(await maintain(database, now, thinScope, (unit) => thinSome(unit, step)));
  expect(done.thinned).toBe(18);
  expect((await database.get('snapshots', first))?.layers.text.state).toBe('kept');
  await sound(shop.machine);
});

describe('a removed competitor', () => {
  test('comes back with its snapshots within a week; after it nothing is left', async () => {
    const shop = await watchedShop();
    await days(shop, 3);
    const before = await dump(shop.machine, ['snapshots', 'changes', 'blobs', 'blobContents']);
    const remove = newId();
    const call = () => shop.machine.call();
    good(await removeCompetitor({ operationId: remove, competitorId: shop.competitorId }, call()));
    const tidy = async () => tidySnapshots(await databaseOf(shop.machine), shop.machine.clock.now);
    shop.machine.later(day * 6);
    await tidy();
    good(await undoOperation({ operationId: newId(), undo: remove }, call()));
    expect(await dump(shop.machine, ['snapshots', 'changes', 'blobs', 'blobContents'])).toEqual(before);
    good(await removeCompetitor({ operationId: newId(), competitorId: shop.competitorId }, call()));
    shop.machine.later(day * 8);
    await tidy();
    const left = await dump(shop.machine, [
      'snapshots',
      'changes',
      'blobs',
      'blobContents',
      'pageFigures',
      'watchStates',
    ]);
    expect(Object.values(left).flat()).toEqual([]);
    await sound(shop.machine);
  });

  test('of which no snapshot is left keeps nobody else’s', async () => {
    const shop = await watchedShop();
    const other = await watch(shop.machine, 'Glimt', 'https://glimt.example/', 'glimt');
    const { snapshotId } = await shop.see(goods(2));
    const look = given(listing(goods(2), 'https://glimt.example/'), { url: 'https://glimt.example/' });
    good(await recordSnapshot(look, shop.machine.call()));
    good(await removeSnapshot({ operationId: newId(), snapshotId }, shop.machine.call()));
    const tidy = async () => tidySnapshots(await databaseOf(shop.machine), shop.machine.clock.now);
    shop.machine.later(day * 8);
    await tidy();
    expect((await dump(shop.machine, ['snapshots'])).snapshots).toHaveLength(1);
    for (const competitorId of [shop.competitorId, other])
      good(await removeCompetitor({ operationId: newId(), competitorId }, shop.machine.call()));
    shop.machine.later(day * 8);
    await tidy();
    const left = await dump(shop.machine, ['snapshots', 'watchStates', 'blobs']);
    expect(Object.values(left).flat()).toEqual([]);
  });
});

describe('the check of the storage', () => {
  async function faults(machine: Machine) {
    const found: unknown[] = [];
    for (let after: { store: string; id: string } | null = null; ; ) {
      const step: Output<'storage.check'> = good(await checkStorage({ after }, machine.call()));
      found.push(...step.faults);
      after = step.next;
      if (!after) return found;
    }
  }

  test('finds nothing where nothing is wrong', async () => {
    const shop = await watchedShop();
    await days(shop, 3);
    expect(await faults(shop.machine)).toEqual([]);
  });

  test('names altered bytes, a wrong count, contents without a holder and holders without contents', async () => {
    const shop = await watchedShop();
    await days(shop, 4);
    const database = await databaseOf(shop.machine);
    const [first, second, third] = await database.getAll('blobs');
    const [snapshot] = await database.getAll('snapshots');
    if (!first || !second || !third || !snapshot) throw new Error('too little');
    const content = await database.get('blobContents', first.id);
    if (!content) throw new Error('no content');
    await database.put('blobContents', { ...content, bytes: content.bytes.slice(0, -9) });
    await database.put('blobs', { ...second, references: second.references + 1 });
    await database.delete('blobContents', third.id);
    const orphan = { ...first, id: 'f'.repeat(64), stored: 0 };
    await database.put('blobs', orphan);
    await database.put('blobContents', { id: 'e'.repeat(64), packed: 'none', bytes: new Uint8Array(3) });
    const found = await faults(shop.machine);
    expect(found).toContainEqual({ store: 'blobContents', id: first.id, reason: 'record' });
    expect(found).toContainEqual({ store: 'blobs', id: second.id, reason: 'counter' });
    expect(found).toContainEqual(expect.objectContaining({ store: 'snapshots', reason: 'no-owner' }));
    expect(found).toContainEqual({ store: 'blobs', id: orphan.id, reason: 'no-owner' });
    expect(found).toContainEqual({ store: 'blobContents', id: 'e'.repeat(64), reason: 'no-owner' });
  });
});

describe('a backup', () => {
  async function linesOf(machine: Machine): Promise<string> {
    let lines = '';
    for (const store of backupStores)
      for (let after: string | null = null; ; ) {
        const page: Output<'backup.page'> = good(await readBackupPage({ store, after }, machine.call()));
        lines += page.lines;
        after = page.next;
        if (after === null) break;
      }
    return lines;
  }

  async function putIn(machine: Machine, kind: 'restore' | 'merge', lines: string) {
    const total = lines.split('\n').length - 1;
    const begin = { operationId: newId(), kind, name: 'backup', total };
    const { id: batchId } = good(await beginBatch(begin, machine.call()));
    const input = { operationId: newId(), batchId, schemaVersion, lines };
    return good(await restoreBackupLines(input, machine.call()));
  }

  test('holds snapshots without contents, and the restored notebook gives the same lines', async () => {
    const shop = await watchedShop();
    await days(shop, 3);
    const lines = await linesOf(shop.machine);
    expect(lines).not.toContain('"kept"');
    expect(lines).toContain('not-in-backup');
    const other = newMachine();
    await putIn(other, 'restore', lines);
    expect(await linesOf(other)).toBe(lines);
    await sound(other);
    const { rows } = good(
      await listSnapshots({ watchedPageId: shop.watchedPageId, before: null, limit: 9 }, other.call()),
    );
    expect(rows).toHaveLength(3);
  });

  test('a merge leaves the contents that are here', async () => {
    const shop = await watchedShop();
    const [, second = ''] = await days(shop, 3);
    const lines = await linesOf(shop.machine);
    const later = new Date(shop.machine.clock.now.getTime() + 60_000).toISOString();
    // pinned on the other side
    const newer = lines
      .split('\n')
      .map((line) =>
        line.includes('"store":"snapshots"') && line.includes(`"id":"${second}"`)
          ? line
              .replace('"pinned":false', '"pinned":true')
              .replace(/"updatedAt":"[^"]*"/, `"updatedAt":"${later}"`)
          : line,
      )
      .join('\n');
    expect((await putIn(shop.machine, 'merge', newer)).newer).toBe(1);
    const snapshot = await (await databaseOf(shop.machine)).get('snapshots', second);
    expect(snapshot?.pinned).toBe(true);
    expect(snapshot?.layers.text.state).toBe('kept');
    await sound(shop.machine);
  });
});
