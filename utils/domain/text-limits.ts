/**
 * The longest texts that a reading may hold, in UTF-16 units. A page is hostile, and a "bio" of a megabyte is not a bio: readers
 * leave a longer text out with a problem row (`ambiguous`).
 */
export const textLimits = { short: 1_000, address: 8_000, long: 100_000, list: 5_000, item: 5_000 } as const;

/** Products that are taken of the cards of one page, or of a shop's data. A list of just so many may go on beyond them. */
export const mostListed = 1_000;
