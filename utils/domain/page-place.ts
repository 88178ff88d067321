import * as z from 'zod/mini';

const pixels = z.number().check(z.gte(0), z.lte(10_000_000));

/** Where a page stands in its window, in CSS pixels, and what the person did meanwhile. Comes from a page: checked before it is used. */
export const pagePlaceSchema = z.strictObject({
  /** of the window's upper edge in the page */
  top: pixels,
  /** of the whole page */
  height: pixels,
  /** of what is seen of it, without scroll bars */
  seenWidth: pixels.check(z.gte(1)),
  seenHeight: pixels.check(z.gte(1)),
  /** of the window, scroll bars included: what a picture of it shows */
  windowWidth: pixels.check(z.gte(1)),
  visible: z.boolean(),
  /** how often the page was hidden since it was asked to hold still */
  leaves: z.int(),
  /** the person took the page back: she scrolled, or pressed Escape */
  takenBack: z.boolean(),
  /** another address inside the site is another page */
  sameAddress: z.boolean(),
});
export type PagePlace = z.infer<typeof pagePlaceSchema>;

/** `as-is`: nothing is touched · `load`: pictures that wait to be scrolled to are loaded · `scroll`: the same, and it may be scrolled */
export type HoldMode = 'as-is' | 'load' | 'scroll';
