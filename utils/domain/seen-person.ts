import * as z from 'zod/mini';
import { textLimits } from './text-limits.ts';

/** Someone seen on a page, as the page names them. */
export const seenPersonSchema = z.strictObject({
  handle: z.string().check(z.minLength(1), z.maxLength(textLimits.short)),
  stableId: z.optional(z.string().check(z.minLength(1), z.maxLength(textLimits.short))),
  displayName: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** address of the profile */
  url: z.string().check(z.maxLength(textLimits.address), z.url({ protocol: /^https?$/ })),
});
export type SeenPerson = z.infer<typeof seenPersonSchema>;
