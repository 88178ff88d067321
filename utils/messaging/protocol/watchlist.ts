import * as z from 'zod/mini';
import { pageKinds, platformIds } from '../../domain/platform.ts';
import { idSchema } from '../../domain/record.ts';
import { tiers } from '../../domain/vocabulary.ts';
import { message, nothing, operation } from './message.ts';

const address = z.string().check(z.maxLength(8_000), z.url({ protocol: /^https?$/ }));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** Who is watched, and the pages of each. */
export const watchlistMessages = {
  'watchlist.add': message(
    ['popup', 'dashboard'],
    z.strictObject({
      ...operation,
      /** absent: a new competitor of that name */
      competitorId: z.optional(idSchema),
      name,
      tier: z.enum(tiers),
      page: z.strictObject({
        url: address,
        /** of the reading, no address */
        key: z.optional(z.string().check(z.minLength(1), z.maxLength(8_000))),
        title: z.string().check(z.maxLength(1_000)),
        platform: z.enum(platformIds),
        kind: z.enum(pageKinds),
      }),
    }),
    z.strictObject({ competitorId: idSchema, alreadyWatched: z.boolean() }),
  ),
  'watchlist.update': message(
    ['popup', 'dashboard'],
    z.strictObject({
      ...operation,
      competitorId: idSchema,
      name: z.optional(name),
      tier: z.optional(z.enum(tiers)),
    }),
    nothing,
  ),
  'watchlist.move': message(
    ['popup', 'dashboard'],
    /** before: the competitor that shall follow it, null for the end of the list */
    z.strictObject({ ...operation, competitorId: idSchema, before: z.nullable(idSchema) }),
    nothing,
  ),
  'watchlist.remove': message(
    ['popup', 'dashboard'],
    z.strictObject({ ...operation, competitorId: idSchema }),
    nothing,
  ),
  'watchlist.looked': message(
    ['popup', 'dashboard'],
    z.strictObject({ ...operation, watchedPageId: idSchema }),
    nothing,
  ),
};
