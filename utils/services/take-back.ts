import { type Failure, fail } from '../domain/result.ts';
import { sameValue } from '../storage/same-value.ts';
import { type Operation, type StoreName, storeNames } from '../storage/schema.ts';
import type { Unit } from '../storage/unit-of-work.ts';
import type { Caller } from './service.ts';

const inPages: readonly Caller['kind'][] = ['page', 'frame'];

/** Whether a caller may take back what was done elsewhere: a page may not. */
export function mayTakeBackAll({ kind }: Caller): boolean {
  return !inPages.includes(kind);
}

/** Stores whose records an operation may have changed: undo may have to restore any of them. */
export const restorableStores = storeNames.filter((name) => name !== 'meta');

const isStore = (name: string): name is StoreName => (storeNames as readonly string[]).includes(name);

/** A tag that others carry by now stays, whoever made it. */
async function stillUsed(unit: Unit, store: StoreName, id: string): Promise<boolean> {
  if (store !== 'tags') return false;
  const [creator, item] = await Promise.all([
    unit.edge('creators', 'tagIds', 'first', id),
    unit.edge('items', 'tagIds', 'first', id),
  ]);
  return creator !== undefined || item !== undefined;
}

async function restoreImages(unit: Unit, { images }: Operation): Promise<Failure | null> {
  for (const { store, key, after } of images) {
    const now = isStore(store) ? await unit.get(store, key) : undefined;
    if (!sameValue(now, after)) return fail('changed-since', `${store} was changed after that`);
  }
  // tags last: by then creators and items no longer carry those that go
  const inOrder = images.toSorted((a, b) => Number(a.store === 'tags') - Number(b.store === 'tags'));
  for (const { store, key, before } of inOrder) {
    if (!isStore(store)) continue;
    if (before !== undefined) await unit.put(store, before as never);
    else if (!(await stillUsed(unit, store, key))) await unit.remove(store, key);
  }
  return null;
}

/**
 * Takes an operation back inside another one: every record it touched is put back as it was, if none was changed since. A
 * second time changes nothing. The activity log keeps what happened and gets an `undone` row about the operation.
 * @returns why not; null when it is taken back
 */
export async function takeBack(unit: Unit, caller: Caller, operationId: string): Promise<Failure | null> {
  const operation = await unit.get('operations', operationId);
  if (!operation) return fail('not-found', 'no such operation, or too long ago');
  const own = caller.tabId !== undefined && operation.tabId === caller.tabId;
  if (!mayTakeBackAll(caller) && !own)
    return fail('forbidden', 'a page may take back only what was done from it');
  if (operation.type === 'operation.undo') return fail('invalid', 'an undo is not undone');
  if (operation.batchId !== undefined) return fail('invalid', 'a step is taken back with its batch');
  if (operation.undoneBy || operation.images.length === 0) return null;
  const failure = await restoreImages(unit, operation);
  if (failure) return failure;
  await unit.amend({ ...operation, undoneBy: unit.operationId });
  // what this operation had itself taken back is done again, and can be taken back again
  const before = operation.undid ? await unit.get('operations', operation.undid) : undefined;
  if (before) await unit.amend({ ...before, undoneBy: undefined });
  await unit.log('undone', operationId);
  unit.undid(operationId);
  return null;
}
