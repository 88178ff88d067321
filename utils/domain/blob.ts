import * as z from 'zod/mini';
import { layerNames } from './change-kind.ts';
import { timeSchema } from './record.ts';
import { contentHashSchema } from './snapshot.ts';

const size = z.int().check(z.nonnegative());

/** Content that snapshots point to by its hash; the bytes lie apart (`BlobContent`), so that counting does not move them. */
export const blobSchema = z.strictObject({
  /** SHA-256 of the bytes before packing */
  id: contentHashSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
  layer: z.enum(layerNames),
  /** before packing, and as stored */
  size,
  stored: size,
  /** snapshots that hold it; without any it goes in the same transaction */
  references: z.int().check(z.positive()),
});
export type Blob = z.infer<typeof blobSchema>;

export const blobContentSchema = z.strictObject({
  id: contentHashSchema,
  /** pictures are packed already */
  packed: z.enum(['gzip', 'none']),
  bytes: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
});
export type BlobContent = z.infer<typeof blobContentSchema>;
