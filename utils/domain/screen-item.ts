import * as z from 'zod/mini';
import { itemKeysSchema } from './item.ts';

const pixels = z.number().check(z.gte(-100_000), z.lte(100_000));

/** Items in the window of a page and where they are, in CSS pixels from its upper left corner. Comes from a page: checked before it is used. */
export const screenItemsSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        keys: itemKeysSchema,
        left: pixels,
        top: pixels,
        width: pixels.check(z.gte(1)),
        height: pixels.check(z.gte(1)),
      }),
    )
    .check(z.maxLength(100)),
});
export type ScreenItems = z.infer<typeof screenItemsSchema>;
export type ScreenItem = ScreenItems['items'][number];
