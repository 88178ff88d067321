import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import { addToWatchlist } from '../../../utils/services/add-to-watchlist.ts';
import { noteChange } from '../../../utils/services/snapshots/edit-changes.ts';
import { keepPicture } from '../../../utils/services/snapshots/picture-records.ts';
import { recordSnapshot } from '../../../utils/services/snapshots/record-snapshot.ts';
import { contentFaults } from '../../support/content-faults.ts';
import { databaseOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { bio, peopleOn, traces } from '../../support/people.ts';
import { named, profile } from '../../support/readings.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { given, words } from '../../support/watched-shop.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const { erase, undo, miraAndNoor, everything } = peopleOn(() => machine);

/** Watches a profile, as the popup does with what the page said. */
async function watch(name: string, { platform, key }: PageReading, url: string, competitorId?: string) {
  const page = { url, ...(key ? { key } : {}), title: name, platform, kind: 'profile' as const };
  const operationId = newId();
  const input = {
    operationId,
    name,
    tier: 'equal' as const,
    page,
    ...(competitorId ? { competitorId } : {}),
  };
  return { operationId, ...good(await addToWatchlist(input, machine.call())) };
}

async function look(reading: PageReading, url: string, text: string) {
  machine.later(60);
  const caller = { kind: 'page' as const, tabId: 3, url };
  return good(await recordSnapshot(given(reading, { url, text: words(text) }), machine.call(caller)));
}

async function picture(snapshotId: string, shade: number) {
  const tiles = [{ bytes: new Uint8Array([shade, 1, 2]), width: 640, height: 256 }];
  const taken = { state: 'taken' as const, tiles, cut: false, visibleOnly: true };
  good(await keepPicture(machine.call(), snapshotId, taken));
}

const address = (handle: string) => `https://www.instagram.com/${handle}/`;
const read = (handle: string, followers: number, facts = {}) =>
  profile({ ...named(handle), followers: { value: followers, source: 'dom' }, ...facts });

test('a watched page that is the person’s own profile goes with every look and content; those of others stay', async () => {
  const { mira } = await miraAndNoor();
  const [own, other] = [address('mira.bakes'), address('noor.knits')];
  const watched = await watch('Mira', read('mira.bakes', 10, bio), own);
  await watch('Noor', read('noor.knits', 5), other);
  const before = await look(read('noor.knits', 5), other, 'Wool');
  await picture(before.snapshotId, 7);
  const kept = await dump(machine, ['snapshots', 'blobContents', 'pageFigures']);

  await look(read('mira.bakes', 10, bio), own, 'Bread of the fjord');
  const second = await look(read('mira.bakes', 30, bio), own, 'Cake of the fjord');
  await picture(second.snapshotId, 7);
  await picture(second.snapshotId, 9);
  const { changes = [] } = await dump(machine, ['changes']);
  const changeId = (changes as { id: string }[])[0]?.id ?? '';
  const note = { good: 'Mira replies to everybody' };
  good(await noteChange({ operationId: newId(), changeId, note }, machine.call()));
  expect(await everything()).toMatch(/Mira replies/);

  good(await erase(mira));
  expect(await everything()).not.toMatch(traces);
  const left = await dump(machine, ['snapshots', 'blobContents', 'pageFigures']);
  expect(left).toEqual(kept);
  const { competitors, watchedPages, watchStates } = await dump(machine);
  expect(competitors).toMatchObject([{ name: 'Noor' }]);
  expect(watchedPages).toMatchObject([{ title: 'Noor' }]);
  expect(watchStates).toHaveLength(1);
  expect(await contentFaults(await databaseOf(machine))).toEqual([]);
  const { kept: numbers, counted } = await keptAndCounted(machine);
  expect(numbers).toEqual(counted);
  // no way back
  await undo(watched.operationId);
  expect(await everything()).not.toMatch(traces);
});

test('a competitor of whom another page is watched stays with that page', async () => {
  const { mira } = await miraAndNoor();
  const shop = { ...read('bakery', 4), kind: 'shop' as const, key: 'web:shop:bakery.example' };
  const { competitorId } = await watch('Bakery', shop, 'https://bakery.example/');
  await watch('Profile', read('mira.bakes', 10), address('mira.bakes'), competitorId);
  good(await erase(mira));
  const { competitors, watchedPages } = await dump(machine);
  expect(competitors).toMatchObject([{ name: 'Bakery' }]);
  expect(watchedPages).toMatchObject([{ title: 'Bakery' }]);
});
