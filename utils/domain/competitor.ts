import * as z from 'zod/mini';
import { muteSchema } from './change.ts';
import { pageKinds, platformIds } from './platform.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';
import { refreshSwitchSchema } from './refresh-job.ts';
import { tiers } from './vocabulary.ts';

const mostMutes = 1_000;

/** A shop or account we learn from; has one or more watched pages. */
export const competitorSchema = z.strictObject({
  ...recordShape,
  name: z.string(),
  tier: z.enum(tiers),
  /** order in the list, ascending; gaps are fine */
  position: z.number(),
  /** what is not announced of any of its pages */
  mutes: z.optional(z.array(muteSchema).check(z.maxLength(mostMutes))),
});
export type Competitor = z.infer<typeof competitorSchema>;

export const watchedPageSchema = z.strictObject({
  ...recordShape,
  competitorId: idSchema,
  url: z.string(),
  /** `PageReading.key` where the page had one: the same page under another address is the same page */
  key: z.optional(z.string()),
  title: z.string(),
  platform: z.enum(platformIds),
  kind: z.enum(pageKinds),
  lastLookedAt: z.optional(timeSchema),
  /** refreshed on a schedule, where the person switched that on */
  refresh: z.optional(refreshSwitchSchema),
  /** what is not announced of this page: fields that flicker, and what the person muted */
  mutes: z.optional(z.array(muteSchema).check(z.maxLength(mostMutes))),
});
export type WatchedPage = z.infer<typeof watchedPageSchema>;

export const watchlistRowSchema = z.strictObject({
  competitor: competitorSchema,
  pages: z.array(watchedPageSchema),
});
export type WatchlistRow = z.infer<typeof watchlistRowSchema>;

/** Addresses the watchlist accepts and opens: web pages, nothing else. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
