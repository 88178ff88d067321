import * as z from 'zod/mini';
import { idSchema, recordShape } from './record.ts';

/**
 * That a look by itself (a visit, a refresh) found something of a severity the person wants to be told. Stored with what it found, removed
 * when it was told; which changes they are is asked at that moment, by snapshot and time: what was read or muted meanwhile is not told.
 */
export const alertSchema = z.strictObject({
  ...recordShape,
  competitorId: idSchema,
  snapshotId: idSchema,
  /** of the notification that is telling it */
  telling: z.optional(idSchema),
});
export type Alert = z.infer<typeof alertSchema>;
