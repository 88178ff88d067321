import * as z from 'zod/mini';
import { sources } from './page-reading.ts';
import { pageKinds, platformIds } from './platform.ts';
import { timeSchema } from './record.ts';
import { longestSkeleton } from './skeleton-limit.ts';

/** How often one field was found on one kind of page lately. No value and no address: nothing about people. */
export const fieldHealthSchema = z.strictObject({
  /** newest looks first: `1` found, `0` not; at most `recentLooks` */
  recent: z.string().check(z.regex(/^[01]{0,20}$/)),
  lastFound: z.optional(timeSchema),
  lastMissed: z.optional(timeSchema),
  /** where it was found the last time */
  source: z.optional(z.enum(sources)),
});
export type FieldHealth = z.infer<typeof fieldHealthSchema>;
/** What reading one kind of page of one platform gave lately. */
export const siteHealthSchema = z.strictObject({
  /** `<platform>:<kind>` */
  id: z.string(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  platform: z.enum(platformIds),
  kind: z.enum(pageKinds),
  /** by the field's full name: `creator.followers`, `product.price` … */
  fields: z.record(z.string().check(z.maxLength(80)), fieldHealthSchema),
  /** the page's structure when something was missing last: names of elements and attributes, no text and no values */
  skeleton: z.optional(z.string().check(z.maxLength(longestSkeleton))),
  skeletonAt: z.optional(timeSchema),
});
export type SiteHealth = z.infer<typeof siteHealthSchema>;
