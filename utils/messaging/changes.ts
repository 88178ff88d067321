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
  'tags',
  // what was tagged on pages, and with what
  'items',
  'cases',
  // comments seen on pages without an answer
  'unanswered',
  'keywords',
  // in what their words were seen: the words themselves are what they were
  'keyword-hits',
  'rights',
  'fans',
  'campaigns',
  'places',
  'storage',
  'frame',
  'palette',
  'beside',
  'recovery',
] as const;
export type Collection = (typeof collections)[number];

/** Of them what was tagged and what follows from it: moved together where anything may have changed. */
export const taggingCollections = [
  'tags',
  'items',
  'cases',
  'keywords',
  'rights',
  'fans',
  'campaigns',
  'places',
] as const satisfies Collection[];

/** `storage.local` keys that hold the change counters. Content scripts can read that area: numbers only. */
export const changeKey = (collection: Collection) => `change:${collection}`;
