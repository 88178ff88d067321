import { expect } from 'vitest';
import { checkBackup } from '../../components/hooks/check-backup.ts';
import { makeBackup } from '../../components/hooks/make-backup.ts';
import { putBackup } from '../../components/hooks/put-backup.ts';
import type { CreatorChanges } from '../../utils/domain/creator.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { Snapshot } from '../../utils/domain/snapshot.ts';
import { addToWatchlist } from '../../utils/services/add-to-watchlist.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { getOverview } from '../../utils/services/get-overview.ts';
import { saveBrand } from '../../utils/services/save-brand.ts';
import { saveSettings } from '../../utils/services/save-settings.ts';
import { recordSnapshot } from '../../utils/services/snapshots/record-snapshot.ts';
import { updateCreator } from '../../utils/services/update-creator.ts';
import { countersOf } from '../../utils/storage/counters.ts';
import { type StoreName, storeNames } from '../../utils/storage/schema.ts';
import { withoutContents } from '../../utils/storage/snapshot-rows.ts';
import { bytesOf, linesOf } from './backup-files.ts';
import { databaseOf, dump, good, type Machine, newMachine, pageIn } from './memory-notebook.ts';
import { named, profile } from './readings.ts';
import { fillTagged } from './tagged-notebook.ts';
import { fillTemplates } from './template-notebook.ts';
import { given, goods, listing } from './watched-shop.ts';
import { wire } from './wired-client.ts';

/*
 * Backups of a notebook in memory, through the dashboard's own code. A test that uses this mocks the client:
 * `vi.mock('../../../utils/messaging/client.ts', () => import('../../support/wired-client.ts'))`.
 */

let machine: Machine = newMachine();
export const never = new AbortController().signal;
export const quiet = () => {};
export const day = '2026-03-10';

export async function capture(handle: string, stableId?: string): Promise<string> {
  machine.later();
  const reading = profile({
    ...named(handle),
    ...(stableId ? { stableId: { value: stableId, source: 'state' as const } } : {}),
    emails: { value: [`${handle}@example.test`], source: 'dom' as const },
  });
  return good(await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1)))).creatorId;
}

/** A notebook with something in every store that a backup holds. */
export async function fill(): Promise<void> {
  good(await getOverview({ day }, machine.call()));
  const mira = await capture('mira.bakes', '101');
  await capture('noor.knits');
  await capture('mira.bakes', '101');
  await edit(mira, {
    tags: ['ceramics', '陶艺'],
    notes: 'likes “blue”\nand 🐟 \u202e',
    nextAction: { text: 'write', due: day },
  });
  const page = {
    url: 'https://shop.example.test/',
    title: 'Shop',
    platform: 'web' as const,
    kind: 'shop' as const,
  };
  good(
    await addToWatchlist({ operationId: newId(), name: 'Kiln & Co', tier: 'better', page }, machine.call()),
  );
  for (const count of [3, 4]) {
    machine.later();
    const look = given(listing(goods(count), page.url), { url: page.url });
    const caller = { kind: 'page' as const, tabId: 4, url: page.url };
    good(await recordSnapshot(look, machine.call(caller)));
  }
  const details = {
    name: 'Ours',
    accounts: [],
    shops: [],
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: [],
  };
  good(await saveBrand({ operationId: newId(), details }, machine.call()));
  good(await saveSettings({ operationId: newId(), changes: { theme: 'dark' } }, machine.call()));
  await fillTemplates(machine, mira);
  await fillTagged(machine);
  const gone = await capture('gone.soon');
  const database = await databaseOf(machine);
  const at = machine.clock.now.toISOString();
  await database.put('savedViews', {
    id: newId(),
    createdAt: at,
    updatedAt: at,
    name: 'Due',
    filter: {},
    sort: { by: 'due', descending: false },
  });
  await database.put('suppressions', {
    id: newId(),
    createdAt: at,
    updatedAt: at,
    salt: 'ab'.repeat(16),
    hash: 'cd'.repeat(32),
  });
  await database.put('hints', {
    id: newId(),
    createdAt: at,
    updatedAt: at,
    platform: 'tieba',
    kind: 'profile',
    field: 'creator.followers',
    selector: '.fans',
  });
  await database.put('tombstones', {
    id: newId(),
    createdAt: at,
    updatedAt: at,
    deletedAt: at,
    store: 'creators',
  });
  const records = (await database.get('counters', 'records'))?.value ?? 0;
  await database.put('counters', { id: 'records', value: records + 3 });
  expect(gone).toBeTruthy();
}

export async function backup(): Promise<File> {
  const made = await makeBackup(never, quiet);
  if (!made) throw new Error('no backup');
  return new File([good(made)], 'deckhand-2026-03-10.deckhand.gz');
}

export async function check(file: File, into: 'empty' | 'merge' = 'empty') {
  const checked = await checkBackup(file, into, never, quiet);
  if (!('backup' in checked)) throw new Error(JSON.stringify(checked));
  return checked.backup;
}
export async function faultOf(file: File) {
  const checked = await checkBackup(file, 'empty', never, quiet);
  return 'fault' in checked ? checked.fault : null;
}

/** What a dump says in a backup file: snapshots point to no contents there. */
export function inFile(stores: Record<string, unknown[]>): Record<string, unknown[]> {
  const snapshots = stores.snapshots as Snapshot[] | undefined;
  return { ...stores, snapshots: (snapshots ?? []).map((row) => withoutContents(row, 'not-in-backup')) };
}

/** Byte for byte; where they differ, the lines say how. */
export async function expectSame(made: File, file: File): Promise<void> {
  const [left, right] = await Promise.all([linesOf(made), linesOf(file)]);
  const at = left.findIndex((line, place) => line !== right[place]);
  expect(left[at]?.slice(0, 600)).toBe(right[at]?.slice(0, 600));
  expect((await bytesOf(made)) === (await bytesOf(file))).toBe(true);
}

export async function restore(file: File) {
  return good(await putBackup(await check(file), 'restore', undefined, never, quiet));
}
export async function merge(file: File) {
  machine.later();
  return good(await putBackup(await check(file, 'merge'), 'merge', undefined, never, quiet));
}

/** Starts over on an empty machine. */
export function otherMachine(): Machine {
  machine = newMachine();
  wire(machine);
  return machine;
}

/** Kept numbers as they are where there are no contents of snapshots. */
export function withoutBytes(numbers: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).filter(([name]) => !name.startsWith('bytes:')));
}

/** Every counter as counting everything gives it. */
export async function counted(): Promise<Record<string, number>> {
  const counters: Record<string, number> = { records: 0, creators: 0 };
  const all = await dump(machine);
  for (const store of storeNames)
    for (const record of all[store] ?? [])
      for (const name of countersOf(store as StoreName, record as never))
        counters[name] = (counters[name] ?? 0) + 1;
  return counters;
}
export async function kept(): Promise<Record<string, number>> {
  const rows = (await dump(machine, ['counters'])).counters as { id: string; value: number }[];
  return Object.fromEntries(rows.filter(({ id }) => id !== 'commits').map(({ id, value }) => [id, value]));
}

/** What the operator says about someone, a minute later. */
export async function edit(creatorId: string, changes: CreatorChanges): Promise<void> {
  machine.later();
  const service = updateCreator({ has: () => false } as never);
  good(await service({ operationId: newId(), creatorId, changes }, machine.call()));
}
