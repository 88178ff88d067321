/** Longest picture of a page's structure, in UTF-16 units: enough to see where a fact went, small enough to be sent by hand. */
export const longestSkeleton = 20_000;
