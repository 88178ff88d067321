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
  // what became of replies, and what was written into their fields: the templates themselves are what they were
  'template-uses',
  'storage',
  'frame',
  'palette',
  'beside',
  'recovery',
] as const;
export type Collection = (typeof collections)[number];

/** `storage.local` keys that hold the change counters. Content scripts can read that area: numbers only. */
export const changeKey = (collection: Collection) => `change:${collection}`;
