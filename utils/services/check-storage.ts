import * as z from 'zod/mini';
import type { Contact } from '../domain/contact.ts';
import type { Account, Observation } from '../domain/creator.ts';
import { fail, ok } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import { brokenContents, checkContents } from '../storage/check-contents.ts';
import {
  amountsOf,
  creatorsCounter,
  dueCounter,
  recordsCounter,
  routinesCounter,
} from '../storage/counters.ts';
import type { Database } from '../storage/database.ts';
import { recordSchemas, type StoreName, storeNames } from '../storage/schema.ts';
import type { Service } from './service.ts';

type Fault = Output<'storage.check'>['faults'][number];
type Row = { id: string };

/** Records looked at in one step. */
const stepRecords = 1_000;
/** Contents are pictures: a thousand of them would be many megabytes. */
const stepOf = (store: StoreName) => (store === 'blobContents' ? 50 : stepRecords);
/** More faults than these say nothing new. */
const listedFaults = 50;

/** Whose record it is; undefined: nobody's. */
function ownerOf(
  store: StoreName,
  record: unknown,
): { store: 'creators' | 'accounts'; id: string } | undefined {
  if (store === 'accounts' || store === 'contacts')
    return { store: 'creators', id: (record as Account | Contact).creatorId };
  return store === 'observations' ? { store: 'accounts', id: (record as Observation).accountId } : undefined;
}

/** Every record against its schema; accounts, contacts and looks also against their owner. */
async function checkRecords(database: Database, store: StoreName, after: string | null) {
  const transaction = database.transaction(
    [store, 'creators', 'accounts', 'observations', 'counters'],
    'readonly',
  );
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const rows = (await transaction.objectStore(store).getAll(range, stepOf(store))) as Row[];
  const faults: Fault[] = [];
  for (const row of rows) {
    const fits = z.safeParse(recordSchemas[store] as z.ZodMiniType, row).success;
    if (!fits) faults.push({ store, id: String(row.id), reason: 'record' });
  }
  const owners = new Map<string, { store: 'creators' | 'accounts'; id: string }>();
  for (const row of rows) {
    const owner = ownerOf(store, row);
    if (owner) owners.set(owner.id, owner);
  }
  const missing = new Set<string>();
  await Promise.all(
    [...owners.values()].map(async (owner) => {
      const key = await transaction.objectStore(owner.store).getKey(owner.id);
      if (key === undefined) missing.add(owner.id);
    }),
  );
  for (const row of rows) {
    const owner = ownerOf(store, row);
    if (owner && missing.has(owner.id)) faults.push({ store, id: row.id, reason: 'no-owner' });
  }
  const last = rows.length < stepOf(store) ? undefined : rows.at(-1);
  // after the transaction, which cannot wait for it
  if (store === 'blobContents')
    faults.push(
      ...(await brokenContents(
        database,
        rows.map(({ id }) => id),
      )),
    );
  return { checked: rows.length, faults, last: last?.id };
}

/** Stores whose records stand in no counter. */
const uncounted: readonly StoreName[] = [
  'observations',
  'activities',
  'operations',
  'tombstones',
  'counters',
  'blobContents',
  'meta',
];

/** The kept numbers against counting everything once. */
async function checkCounters(database: Database): Promise<Fault[]> {
  const transaction = database.transaction([...storeNames], 'readonly');
  const counted = new Map<string, number>();
  for (const store of storeNames) {
    if (uncounted.includes(store)) continue;
    for (let after: string | null = null; ; ) {
      const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const rows = (await transaction.objectStore(store).getAll(range, stepRecords)) as Row[];
      for (const row of rows) {
        for (const [name, by] of amountsOf(store, row as never))
          counted.set(name, (counted.get(name) ?? 0) + by);
      }
      const last = rows.at(-1);
      if (!last || rows.length < stepRecords) break;
      after = last.id;
    }
  }
  const due = await transaction
    .objectStore('counters')
    .getAll(IDBKeyRange.bound(dueCounter(''), dueCounter('\uffff')));
  const names = new Set([recordsCounter, creatorsCounter, routinesCounter, ...counted.keys()]);
  for (const { id } of due) names.add(id);
  const faults: Fault[] = [];
  for (const id of names) {
    const kept = (await transaction.objectStore('counters').get(id))?.value ?? 0;
    if (kept !== (counted.get(id) ?? 0)) faults.push({ store: 'counters', id, reason: 'counter' });
  }
  return faults;
}

/** One step of looking at every record; the kept numbers come last. Changes nothing. */
export const checkStorage: Service<'storage.check'> = async ({ after }, call) => {
  const store = after === null ? storeNames[0] : storeNames.find((name) => name === after.store);
  if (!store) return fail('invalid', 'no such store');
  const database = await call.database();
  if (!database.ok) return database;
  const step = await checkRecords(database.value, store, after?.id || null);
  const faults = step.faults;
  const following = storeNames[storeNames.indexOf(store) + 1];
  const next = step.last ? { store, id: step.last } : following ? { store: following, id: '' } : null;
  if (!next) {
    faults.push(...(await checkCounters(database.value)));
    faults.push(...(await checkContents(database.value)));
  }
  return ok({ checked: step.checked, faults: faults.slice(0, listedFaults), next });
};
