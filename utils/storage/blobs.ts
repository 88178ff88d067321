import type { Blob as StoredBlob } from '../domain/blob.ts';
import type { LayerName } from '../domain/change-kind.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Database } from './database.ts';
import { gunzip, gzip, sha256Hex } from './packing.ts';
import type { StoreName } from './schema.ts';
import type { Unit } from './unit-of-work.ts';

/** Content that is ready to be stored: hashed and packed before the transaction, which cannot wait for either. */
export interface ReadyBlob {
  hash: string;
  layer: LayerName;
  /** bytes before packing */
  size: number;
  packed: 'gzip' | 'none';
  bytes: Uint8Array<ArrayBuffer>;
}

/** What a change of snapshots' contents touches. */
export const contentScope: StoreName[] = ['snapshots', 'blobs', 'blobContents', 'pictureJobs'];

/** Makes content ready. Pictures are packed already and stay as they are. */
export async function readyBlob(layer: LayerName, bytes: Uint8Array<ArrayBuffer>): Promise<ReadyBlob> {
  const packed = layer === 'picture' ? 'none' : 'gzip';
  const [hash, stored] = await Promise.all([sha256Hex(bytes), packed === 'none' ? bytes : gzip(bytes)]);
  return { hash, layer, size: bytes.byteLength, packed, bytes: stored };
}

/** The bytes of a content as they were before packing; undefined where there is none of that name. */
export async function readContent(
  database: Database,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const content = await database.get('blobContents', hash);
  if (!content) return undefined;
  return content.packed === 'none' ? content.bytes : gunzip(content.bytes);
}

/** The names of all contents that a snapshot holds, each once. */
export function contentsOf(snapshot: Pick<Snapshot, 'layers'> | undefined): Set<string> {
  if (!snapshot) return new Set();
  const { picture, ...plain } = snapshot.layers;
  const hashes = Object.values(plain).flatMap((layer) =>
    layer.state === 'kept' ? [layer.hash, ...(layer.styles ? [layer.styles] : [])] : [],
  );
  if (picture.state === 'kept') hashes.push(...picture.tiles.map(({ hash }) => hash));
  return new Set(hashes);
}

async function hold(unit: Unit, hash: string, ready: ReadyBlob | undefined): Promise<void> {
  const known = await unit.get('blobs', hash);
  if (known) {
    await unit.put('blobs', { ...known, references: known.references + 1, updatedAt: unit.now }, 'derived');
    return;
  }
  if (!ready) throw new Error(`no content ${hash}`);
  const { layer, size, packed, bytes } = ready;
  const row: StoredBlob = {
    id: hash,
    createdAt: unit.now,
    updatedAt: unit.now,
    layer,
    size,
    stored: bytes.byteLength,
    references: 1,
  };
  await unit.put('blobs', row, 'derived');
  await unit.put('blobContents', { id: hash, packed, bytes }, 'derived');
}

/** @returns bytes that were freed */
async function letGo(unit: Unit, hash: string): Promise<number> {
  const known = await unit.get('blobs', hash);
  if (!known) return 0;
  if (known.references > 1) {
    await unit.put('blobs', { ...known, references: known.references - 1, updatedAt: unit.now }, 'derived');
    return 0;
  }
  await unit.remove('blobs', hash, 'derived');
  await unit.remove('blobContents', hash, 'derived');
  return known.stored;
}

/**
 * Puts a snapshot with its contents, or (without `after`) removes it: references move in the same transaction, and a content that no
 * snapshot holds any more goes with it. Undo does not know contents, so layers are never part of one: `derived`.
 * @param ready contents that may be new
 * @returns bytes that were freed
 */
export async function putSnapshot(
  unit: Unit,
  before: Snapshot | undefined,
  after: Snapshot | undefined,
  ready: readonly ReadyBlob[] = [],
): Promise<number> {
  const [held, holds] = [contentsOf(before), contentsOf(after)];
  const known = new Map(ready.map((blob) => [blob.hash, blob]));
  for (const hash of holds) if (!held.has(hash)) await hold(unit, hash, known.get(hash));
  let freed = 0;
  for (const hash of held) if (!holds.has(hash)) freed += await letGo(unit, hash);
  if (after) await unit.put('snapshots', after, 'derived');
  // for good: what a person removes can be taken back for a week before it comes to this
  else if (before) await unit.remove('snapshots', before.id);
  return freed;
}
