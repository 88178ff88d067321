import * as z from 'zod/mini';
import { sources } from './page-reading.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';

/** A way to reach a creator, with where it was found. */
export const contactSchema = z.strictObject({
  ...recordShape,
  creatorId: idSchema,
  kind: z.enum(['email', 'phone', 'messenger', 'link']),
  value: z.string(),
  source: z.enum(sources),
  /** true where it had to be decoded, such as "name (at) brand.com" */
  inferred: z.boolean(),
  url: z.string(),
  readAt: timeSchema,
});
export type Contact = z.infer<typeof contactSchema>;
