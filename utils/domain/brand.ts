import * as z from 'zod/mini';
import { platformIds } from './platform.ts';
import { recordShape } from './record.ts';

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const lines = z.array(line).check(z.maxLength(100));

/** One of our own accounts. `main`: the brand's main account, otherwise a side account (功能定位). */
export const ownAccountSchema = z.strictObject({
  platform: z.enum(platformIds),
  handle: line,
  stableId: z.optional(line),
  main: z.boolean(),
});
export type OwnAccount = z.infer<typeof ownAccountSchema>;

/** What the operator tells about a brand of ours. */
export const brandDetailsSchema = z.strictObject({
  name: line,
  accounts: z.array(ownAccountSchema).check(z.maxLength(100)),
  shops: lines,
  groupLink: z.optional(line),
  officialLinks: lines,
  hashtags: lines,
  countries: lines,
  /** languages the brand answers in, BCP 47 */
  languages: lines,
  voice: z.optional(z.string().check(z.maxLength(2_000))),
});
export type BrandDetails = z.infer<typeof brandDetailsSchema>;

/** Ours: several can be kept, one is current (`settings.currentBrandId`). */
export const brandSchema = z.strictObject({ ...recordShape, ...brandDetailsSchema.shape });
export type Brand = z.infer<typeof brandSchema>;
