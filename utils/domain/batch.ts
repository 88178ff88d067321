import * as z from 'zod/mini';
import { recordShape } from './record.ts';

/**
 * What a batch does: rows of a table come in · a backup is put into an empty notebook · a backup is merged · many are edited · reply
 * templates come in.
 */
export const batchKinds = ['import', 'restore', 'merge', 'edit', 'templates'] as const;
export type BatchKind = (typeof batchKinds)[number];

/**
 * Work on many records, done in steps of one transaction each and taken back as one. Its steps are the `operations` that carry its
 * id, kept as long as those.
 */
export const batchSchema = z.strictObject({
  ...recordShape,
  kind: z.enum(batchKinds),
  /** `open`: under way, or interrupted · `stopped`: the person ended it early · `taken-back`: undone, wholly or as far as possible */
  state: z.enum(['open', 'done', 'stopped', 'taken-back']),
  /** name of the file; empty for an edit */
  name: z.string().check(z.maxLength(300)),
  /** rows, records or creators to do, and done so far */
  total: z.int(),
  done: z.int(),
  created: z.int(),
  updated: z.int(),
  skipped: z.int(),
});
export type Batch = z.infer<typeof batchSchema>;
