import * as z from 'zod/mini';
import { idSchema, recordShape, timeSchema } from './record.ts';

export const activityKinds = [
  'creator-captured',
  'creator-observed',
  'creator-updated',
  'creator-added',
  'creator-imported',
  'creator-erased',
  'contact-changed',
  'suppression-lifted',
  'view-changed',
  'hint-changed',
  'template-saved',
  'template-removed',
  'templates-imported',
  'reply-inserted',
  'exported',
  'follow-up-handled',
  'account-claimed',
  'brand-saved',
  'competitor-added',
  'competitor-changed',
  'competitor-removed',
  'page-looked-at',
  'snapshot-taken',
  'snapshot-changed',
  'snapshot-removed',
  'change-noted',
  'changes-muted',
  'item-ticked',
  'item-unticked',
  'routine-changed',
  'settings-changed',
  'undone',
  'restored',
  'backed-up',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Append-only log of what the operator did. Refers to people by id only: erasing a person keeps the counts. */
export const activitySchema = z.strictObject({
  ...recordShape,
  at: timeSchema,
  kind: z.enum(activityKinds),
  operationId: idSchema,
  subjectId: z.optional(idSchema),
});
export type Activity = z.infer<typeof activitySchema>;
