import * as z from 'zod/mini';
import { changeKinds, severities } from './change-kind.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';
import { snapshotLimits } from './snapshot-limits.ts';

const noteText = z.string().check(z.maxLength(10_000));

/** The three questions asked of everything a competitor does (改變點 / 好在哪裡 / 借鑒). */
export const watchNoteSchema = z.strictObject({
  changed: z.optional(noteText),
  good: z.optional(noteText),
  borrow: z.optional(noteText),
});
export type WatchNote = z.infer<typeof watchNoteSchema>;

const side = z.union([z.string().check(z.maxLength(snapshotLimits.changedText)), z.number()]);

/** `Change` of change-kind.ts, for what comes from elsewhere. */
export const changeSchema = z.strictObject({
  kind: z.enum(changeKinds),
  key: z.string().check(z.minLength(1), z.maxLength(8_000)),
  title: z.optional(z.string().check(z.maxLength(snapshotLimits.changedText))),
  from: z.optional(side),
  to: z.optional(side),
  percent: z.optional(z.number()),
  severity: z.enum(severities),
});

/** A difference as it is kept: between which snapshots, seen or not, muted and why, what the person noted. */
export const storedChangeSchema = z.strictObject({
  ...recordShape,
  ...changeSchema.shape,
  competitorId: idSchema,
  watchedPageId: idSchema,
  /** of the newer snapshot */
  snapshotId: idSchema,
  /** of the snapshot it was compared with: the last that could be read */
  beforeId: idSchema,
  /** when the newer snapshot was taken */
  foundAt: timeSchema,
  read: z.boolean(),
  /** `noisy`: the field flickers; `person`: somebody muted it. A muted change is listed, never counted or announced */
  muted: z.optional(z.enum(['noisy', 'person'])),
  note: z.optional(watchNoteSchema),
});
export type StoredChange = z.infer<typeof storedChangeSchema>;

/** What is not announced any more. Without `key` the whole kind. */
export const muteSchema = z.strictObject({
  kind: z.enum(changeKinds),
  key: z.optional(z.string().check(z.minLength(1), z.maxLength(8_000))),
  /** `noisy` mutes come and go by themselves; those of a person stay until the person lifts them */
  by: z.enum(['noisy', 'person']),
  since: timeSchema,
});
export type Mute = z.infer<typeof muteSchema>;
