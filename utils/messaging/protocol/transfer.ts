import * as z from 'zod/mini';
import { batchKinds, batchSchema } from '../../domain/batch.ts';
import { importRowSchema } from '../../domain/import-row.ts';
import { platformIds } from '../../domain/platform.ts';
import { idSchema, timeSchema } from '../../domain/record.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { message, nothing, operation } from './message.ts';

/** Most text of one step: a few thousand records, well below what a message may carry. */
const stepText = z.string().check(z.maxLength(8_000_000));
const keyText = z.string().check(z.minLength(1), z.maxLength(textLimits.address));

/** How a row of a table meets the notebook. */
export const rowMatchSchema = z.strictObject({
  /** `known`: an account or address of it belongs to a creator · `similar`: only the name is the same */
  state: z.enum(['new', 'known', 'similar', 'ours', 'suppressed', 'conflict']),
  /** whom it met; of a `conflict` the first of several */
  creatorId: z.optional(idSchema),
  displayName: z.optional(z.string()),
});
export type RowMatch = z.infer<typeof rowMatchSchema>;

/** What a backup's records are to this notebook. */
export const mergeCountsSchema = z.strictObject({
  /** not here yet · here with an older state · here with the same or a newer one · erased here, or not to be stored */
  added: z.int(),
  newer: z.int(),
  kept: z.int(),
  suppressed: z.int(),
});
export type MergeCounts = z.infer<typeof mergeCountsSchema>;

/** Why a line of a backup is refused: the words for each stand under `storage_fault_<reason>`. */
export const lineFaultSchema = z.strictObject({
  /** of the lines sent, counted from 0 */
  line: z.int(),
  reason: z.enum(['altered', 'newer', 'store', 'unsafe', 'record']),
});

/**
 * Records of a backup that are here under another id, or (`null`) stay out: creators, accounts and tags. What hangs on them follows.
 */
const sameSchema = z.record(idSchema, z.nullable(idSchema));

export const storageHealthSchema = z.strictObject({
  /** bytes, as the browser estimates; absent where it does not say */
  used: z.optional(z.int()),
  quota: z.optional(z.int()),
  persisted: z.boolean(),
  records: z.int(),
  creators: z.int(),
  schemaVersion: z.int(),
  lastBackup: z.optional(timeSchema),
  secondCopy: z.optional(timeSchema),
  /** nothing a person made is in it: a backup can be put in as it is */
  empty: z.boolean(),
  /** removed people still have to be scrubbed from the browser's files */
  scrubPending: z.boolean(),
});
export type StorageHealth = z.infer<typeof storageHealthSchema>;

export const transferMessages = {
  // work in steps
  'batch.begin': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      kind: z.enum(batchKinds),
      name: batchSchema.shape.name,
      total: z.int().check(z.gte(0)),
    }),
    batchSchema,
  ),
  /** `stopped`: the person ended it early; what is done stays until it is taken back */
  'batch.end': message(
    ['dashboard'],
    z.strictObject({ ...operation, batchId: idSchema, state: z.enum(['done', 'stopped']) }),
    batchSchema,
  ),
  /** newest first: those that can still be taken back, and those that were interrupted */
  'batch.list': message(['dashboard'], nothing, z.strictObject({ batches: z.array(batchSchema) })),

  // tables
  'import.match': message(
    ['dashboard'],
    z.strictObject({
      rows: z
        .array(
          z.strictObject({
            accounts: z
              .array(z.strictObject({ platform: z.enum(platformIds), handle: keyText }))
              .check(z.maxLength(10)),
            emails: z.array(keyText).check(z.maxLength(10)),
            displayName: z.optional(keyText),
          }),
        )
        .check(z.maxLength(1_000)),
    }),
    z.strictObject({ matches: z.array(rowMatchSchema) }),
  ),
  'import.rows': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      batchId: idSchema,
      rows: z.array(importRowSchema).check(z.minLength(1), z.maxLength(500)),
    }),
    z.strictObject({
      created: z.int(),
      updated: z.int(),
      skipped: z.array(
        z.strictObject({ line: z.int(), reason: z.enum(['suppressed', 'ours', 'known-now', 'gone']) }),
      ),
    }),
  ),

  // the whole notebook
  'storage.health': message(['dashboard'], nothing, storageHealthSchema),
  /** one step of looking at every record; `next` null: all seen */
  'storage.check': message(
    ['dashboard'],
    z.strictObject({ after: z.nullable(z.strictObject({ store: z.string(), id: z.string() })) }),
    z.strictObject({
      checked: z.int(),
      faults: z.array(z.strictObject({ store: z.string(), id: z.string(), reason: z.string() })),
      next: z.nullable(z.strictObject({ store: z.string(), id: z.string() })),
    }),
  ),
  /** `commits` says at the end whether anything changed while it was read */
  'backup.begin': message(
    ['dashboard'],
    nothing,
    z.strictObject({
      schemaVersion: z.int(),
      commits: z.int(),
      records: z.int(),
      stores: z.array(z.string()),
    }),
  ),
  /** records of one store in the order of ids, one JSON text a line, each line ended */
  'backup.page': message(
    ['dashboard'],
    z.strictObject({ store: z.string().check(z.maxLength(60)), after: z.nullable(z.string()) }),
    z.strictObject({ lines: z.string(), count: z.int(), next: z.nullable(z.string()), commits: z.int() }),
  ),
  'backup.done': message(['dashboard'], z.strictObject(operation), nothing),
  /**
   * Checks lines of a backup (`{"store","record"}`), writes nothing. `fit`: whether this version understands each record, asked before
   * anything is changed; works without a notebook · `meet`: the same, and whom of them the notebook knows by another id, or must not
   * know (`same`), and to whom the accounts belong (`owners`, account → creator) · `count`: what a merge would do with them
   */
  'restore.check': message(
    ['dashboard'],
    z.strictObject({
      schemaVersion: z.int(),
      lines: stepText,
      mode: z.enum(['fit', 'meet', 'count']),
      same: z.optional(sameSchema),
    }),
    z.strictObject({
      counts: mergeCountsSchema,
      same: sameSchema,
      owners: z.record(idSchema, idSchema),
      fault: z.optional(lineFaultSchema),
    }),
  ),
  /**
   * Puts lines of a backup in; the batch says whether into an empty notebook (`restore`) or by `merge`. The first lines of a restore
   * take out what a new notebook has of itself; the file's last line, `{"end":…}`, counts everything again.
   */
  'restore.lines': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      batchId: idSchema,
      schemaVersion: z.int(),
      lines: stepText,
      same: z.optional(sameSchema),
    }),
    mergeCountsSchema,
  ),
  /** everything out: records, undo, second copies. Afterwards the notebook is as on the first day. Cannot be undone. */
  'notebook.wipe': message(['dashboard'], z.strictObject(operation), nothing),
};
