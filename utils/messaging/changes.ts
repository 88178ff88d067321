/** Collections whose changes are announced; the popup, the card and the page ask again when theirs moves. */
export const collections = [
  'creators',
  'watchlist',
  'checklist',
  'settings',
  'brands',
  'views',
  'batches',
  'sites',
  'templates',
  'storage',
  'frame',
  'palette',
  'recovery',
] as const;
export type Collection = (typeof collections)[number];

/** `storage.local` keys that hold the change counters. Content scripts can read that area: numbers only. */
export const changeKey = (collection: Collection) => `change:${collection}`;
