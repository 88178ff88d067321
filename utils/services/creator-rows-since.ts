import { ok } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import type { Reader } from '../storage/reader.ts';
import type { Image, Operation, StoreName } from '../storage/schema.ts';
import { rowStores, rowsOf } from './creator-rows.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** A message's time is taken when it comes; its commit may be this much later. */
const lateMilliseconds = 10_000;
/** Operations are kept for seven days; a day less is safe. */
const toldMilliseconds = 6 * 24 * 60 * 60 * 1_000;
/** Above this, reading the list again is cheaper than finding out what changed. */
const atMost = { operations: 50, creators: 1_000 };

/** Messages after which no list can be mended: they leave no images, or touch too much. */
const tooMuch = /^(import\.rows|restore\.|person\.erase|notebook\.|recovery\.)/;

/** Stores whose records show in a row of the list. */
const shown: readonly string[] = rowStores;

/** The creator to whom a state of a record belongs. */
function ownerOf(state: unknown): string | undefined {
  return (state as { creatorId?: string } | undefined)?.creatorId;
}

/** Ids of the creators whose rows an image touches: of an account that changed hands, both. */
async function creatorsOf(reader: Reader, { store, key, before, after, stamp }: Image): Promise<string[]> {
  if (store === 'creators') return [key];
  // a step of a batch keeps no state after itself: the record says whose it is
  const now = stamp === undefined ? undefined : await reader.get(store as StoreName, key);
  return [ownerOf(before), ownerOf(after), ownerOf(now)].filter((id) => id !== undefined);
}

/** Whether an operation took back a step of a batch. */
async function undidStep(reader: Reader, { undid }: Operation): Promise<boolean> {
  return undid !== undefined && (await reader.get('operations', undid))?.batchId !== undefined;
}

/** Ids of the creators that operations since a time have touched; null where everything has to be read again. */
async function touchedSince(reader: Reader, from: string): Promise<Set<string> | null> {
  const limit = atMost.operations + 1;
  const operations = await reader.list('operations', 'at', IDBKeyRange.lowerBound(from, true), limit);
  if (operations.length === limit) return null;
  const touched = new Set<string>();
  for (const operation of operations) {
    if (tooMuch.test(operation.type) || (await undidStep(reader, operation))) return null;
    const images = operation.images.filter(({ store }) => shown.includes(store));
    const owners = await Promise.all(images.map((image) => creatorsOf(reader, image)));
    for (const id of owners.flat()) touched.add(id);
    if (touched.size > atMost.creators) return null;
  }
  return touched;
}

/** What changed in the list since an earlier answer. */
export const creatorRowsSince: Service<'creator.rows-since'> = ({ since }, call) =>
  readOnce<Output<'creator.rows-since'>>(call, [...rowStores, 'operations'], async (reader) => {
    const at = call.now.toISOString();
    const everything = ok({ rows: [], gone: [], all: true, at });
    const [now, then] = [call.now.getTime(), Date.parse(since)];
    // a time to come: the clock was put back, and what happened meanwhile cannot be found by time
    if (then > now || now - then > toldMilliseconds) return everything;
    const touched = await touchedSince(reader, new Date(then - lateMilliseconds).toISOString());
    if (!touched) return everything;
    return ok({ ...(await rowsOf(reader, [...touched])), all: false, at });
  });
