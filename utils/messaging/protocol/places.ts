import * as z from 'zod/mini';
import { savedPlaceSchema } from '../../domain/place.ts';
import { placeLimit } from '../../domain/place-kind.ts';
import { idSchema } from '../../domain/record.ts';
import { message, nothing, operation } from './message.ts';

const own = ['popup', 'sidepanel', 'dashboard'] as const;
const { title, url, platform, kind } = savedPlaceSchema.shape;

/** Saved places. */
export const placeMessages = {
  /** in the operator's order */
  'place.list': message(
    [...own],
    nothing,
    z.strictObject({ places: z.array(savedPlaceSchema).check(z.maxLength(placeLimit)) }),
  ),
  /** the page below the popup as it would be saved; null: no web page. With `placeId` it is there already */
  'place.here': message(
    ['popup'],
    nothing,
    z.nullable(z.strictObject({ title, url, platform, kind, placeId: z.optional(idSchema) })),
  ),
  /** at the end of the list; an address that is there already is not added twice */
  'place.add': message(
    [...own],
    z.strictObject({ ...operation, place: z.strictObject({ title, url, platform, kind }) }),
    z.strictObject({ placeId: idSchema, alreadyThere: z.boolean() }),
  ),
  'place.rename': message(
    [...own],
    z.strictObject({ ...operation, placeId: idSchema, title, kind }),
    nothing,
  ),
  'place.move': message(
    [...own],
    /** before: the place that shall follow it, null for the end of the list */
    z.strictObject({ ...operation, placeId: idSchema, before: z.nullable(idSchema) }),
    nothing,
  ),
  'place.remove': message([...own], z.strictObject({ ...operation, placeId: idSchema }), nothing),
  /** the operator opened it now */
  'place.looked': message([...own], z.strictObject({ ...operation, placeId: idSchema }), nothing),
};
