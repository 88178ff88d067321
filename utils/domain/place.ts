import * as z from 'zod/mini';
import { placeKinds } from './place-kind.ts';
import { platformIds } from './platform.ts';
import { recordShape, timeSchema } from './record.ts';
import { textLimits } from './text-limits.ts';

/** A page that the operator looks at every day: who tagged us, our hashtag, notifications. */
export const savedPlaceSchema = z.strictObject({
  ...recordShape,
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  url: z.string().check(z.maxLength(textLimits.address), z.url({ protocol: /^https?$/ })),
  platform: z.enum(platformIds),
  kind: z.enum(placeKinds),
  position: z.number(),
  lookedAt: z.optional(timeSchema),
});
export type SavedPlace = z.infer<typeof savedPlaceSchema>;
