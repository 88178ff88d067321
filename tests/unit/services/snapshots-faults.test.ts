import { describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { addLayout } from '../../../utils/services/snapshots/add-layer.ts';
import { muteChanges, noteChange, readChanges } from '../../../utils/services/snapshots/edit-changes.ts';
import {
  noteSnapshot,
  pinSnapshot,
  removeSnapshot,
} from '../../../utils/services/snapshots/edit-snapshot.ts';
import { keepPicture } from '../../../utils/services/snapshots/picture-records.ts';
import { recordSnapshot } from '../../../utils/services/snapshots/record-snapshot.ts';
import { thinSnapshots, tidySnapshots } from '../../../utils/services/snapshots/watch-storage.ts';
import { contentFaults } from '../../support/content-faults.ts';
import { testEveryWrite, type Write } from '../../support/every-write.ts';
import { codeOf, databaseOf, dump } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import {
  boxes,
  given,
  goods,
  listing,
  shopPage,
  shopUrl,
  wall,
  watchedShop,
} from '../../support/watched-shop.ts';
import { aborts, fillsDisk, fillsDiskAtCommit, withFault } from '../../support/write-faults.ts';

const month = 60 * 24 * 30;

/** A shop looked at on some days, the oldest so long ago that they would be thinned. */
async function looked() {
  const shop = await watchedShop();
  await shop.see(goods(3));
  await shop.see(goods(4));
  await shop.see(goods(5));
  shop.machine.later(3 * month);
  await shop.see(goods(6));
  const last = await shop.see([{ id: 'c1', price: '12.00' }, ...goods(6).slice(1)]);
  const { changes = [] } = await dump(shop.machine, ['changes']);
  const changeId = (changes.at(-1) as { id: string }).id;
  shop.machine.later();
  return { ...shop, last, changeId };
}
type Looked = Awaited<ReturnType<typeof looked>>;

const changed = listing([{ id: 'c1', price: '9.00' }, ...goods(7).slice(1)]);

const writes: Write<Looked>[] = [
  [
    'snapshot.record of something new',
    ({ machine }, operationId) => recordSnapshot(given(changed, { operationId }), machine.call(shopPage)),
  ],
  [
    'snapshot.record of a wall',
    ({ machine }, operationId) => recordSnapshot(given(wall, { operationId }), machine.call(shopPage)),
  ],
  [
    'snapshot.record of nothing new',
    ({ machine }, operationId) =>
      recordSnapshot(
        given(listing([{ id: 'c1', price: '12.00' }, ...goods(6).slice(1)]), { operationId }),
        machine.call(shopPage),
      ),
  ],
  [
    'snapshot.add-layout',
    ({ machine, last }, operationId) =>
      addLayout(
        { operationId, snapshotId: last.snapshotId, url: shopUrl, layout: boxes(['main']) },
        machine.call(shopPage),
      ),
  ],
  [
    'snapshot.pin',
    ({ machine, last }, operationId) =>
      pinSnapshot({ operationId, snapshotId: last.snapshotId, pinned: true }, machine.call()),
  ],
  [
    'snapshot.note',
    ({ machine, last }, operationId) =>
      noteSnapshot({ operationId, snapshotId: last.snapshotId, note: { good: 'x' } }, machine.call()),
  ],
  [
    'snapshot.remove',
    ({ machine, last }, operationId) =>
      removeSnapshot({ operationId, snapshotId: last.snapshotId }, machine.call()),
  ],
  [
    'change.read',
    ({ machine, changeId }, operationId) =>
      readChanges({ operationId, which: { changeIds: [changeId] } }, machine.call()),
  ],
  [
    'change.mute',
    ({ machine, watchedPageId }, operationId) =>
      muteChanges(
        { operationId, of: { watchedPageId }, kind: 'price-down', key: undefined, on: true },
        machine.call(),
      ),
  ],
  [
    'change.note',
    ({ machine, changeId }, operationId) =>
      noteChange({ operationId, changeId, note: { borrow: 'It' } }, machine.call()),
  ],
  ['watch.thin', ({ machine }, operationId) => thinSnapshots({ operationId }, machine.call())],
];

testEveryWrite(looked, writes, 3);

async function sound(shop: Looked) {
  expect(await contentFaults(await databaseOf(shop.machine))).toEqual([]);
  const { kept, counted } = await keptAndCounted(shop.machine);
  expect(kept).toEqual(counted);
}

describe('a full disk', () => {
  test('that shows only when the transaction ends loses nothing that was there, and the same look is whole later', async () => {
    const shop = await looked();
    const before = await dump(shop.machine);
    const look = given(changed);
    const call = () => shop.machine.call(shopPage);
    const outcome = await withFault(0, fillsDiskAtCommit, () => recordSnapshot(look, call()));
    expect(outcome).toMatchObject({ value: { ok: false, code: 'quota' } });
    expect(await dump(shop.machine)).toEqual(before);
    expect(codeOf(await recordSnapshot(look, call()))).toBe('ok');
    await sound(shop);
  });
});

describe('a background that is stopped', () => {
  test.each([
    ['given up by the browser', aborts],
    ['by a full disk', fillsDisk],
  ])(
    '%s at any write of a picture leaves the snapshot without it and no content behind',
    async (_name, fault) => {
      const tiles = [1, 2, 3].map((byte) => ({
        bytes: new Uint8Array(30).fill(byte),
        width: 9,
        height: 9,
      }));
      const taken = { state: 'taken' as const, tiles, cut: false, visibleOnly: false };
      let reached = true;
      for (let at = 0; reached; at++) {
        const shop = await looked();
        const before = await dump(shop.machine);
        const keep = () => keepPicture(shop.machine.call(), shop.last.snapshotId, taken);
        const outcome = await withFault(at, fault, keep);
        reached = outcome.reached;
        if (reached) expect(await dump(shop.machine)).toEqual(before);
        if (reached) expect(codeOf(await keep())).toBe('ok');
        await sound(shop);
      }
    },
  );

  test('at any write of tidying goes on where it was, and comes to the same', async () => {
    const whole = await looked();
    await removeSnapshot({ operationId: newId(), snapshotId: whole.last.snapshotId }, whole.machine.call());
    const summary = async (shop: Looked) => {
      const { snapshots = [], blobs = [] } = await dump(shop.machine, ['snapshots', 'blobs']);
      return {
        layers: snapshots.map((row) => (row as { layers: { text: object } }).layers.text),
        blobs: blobs.length,
      };
    };
    const tidied = async (at: number | null) => {
      const shop = await looked();
      const remove = { operationId: newId(), snapshotId: shop.last.snapshotId };
      await removeSnapshot(remove, shop.machine.call());
      shop.machine.later(60 * 24 * 8);
      const tidy = async () => tidySnapshots(await databaseOf(shop.machine), shop.machine.clock.now);
      const outcome = at === null ? null : await withFault(at, aborts, tidy);
      await sound(shop);
      await tidy();
      await sound(shop);
      return { reached: outcome?.reached ?? false, left: await summary(shop) };
    };
    const { left } = await tidied(null);
    expect(left.layers).toHaveLength(4);
    expect(left.layers.filter((layer) => JSON.stringify(layer).includes('thinned'))).toHaveLength(2);
    for (let at = 0; ; at++) {
      const one = await tidied(at);
      expect(one.left).toEqual(left);
      if (!one.reached) break;
    }
  });
});
