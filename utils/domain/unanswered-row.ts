import * as z from 'zod/mini';
import { seenItemSchema } from './item.ts';
import { timeSchema } from './record.ts';

/** A comment that stood on the screen without an answer of ours. */
export const unansweredRowSchema = z.strictObject({ item: seenItemSchema, seenAt: timeSchema });
export type UnansweredRow = z.infer<typeof unansweredRowSchema>;
