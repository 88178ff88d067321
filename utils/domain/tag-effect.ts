/*
 * What a tag does and the closed lists around it, apart from the schemas: page scripts and the frame use them and may not load the
 * schema library. The words people read for each stand in the locales.
 */

/** What follows when a tag is put on an item. One entry each in `services/items/effects.ts`. */
export const tagEffects = ['plain', 'case', 'ugc', 'fan', 'spam', 'idea', 'giveaway'] as const;
export type TagEffect = (typeof tagEffects)[number];

/** What a page's script hears of a tagging in its frame: enough to say what followed and to take it back. */
export interface TagDone {
  operationId: string;
  effects: readonly TagEffect[];
  /** false: its last tag was taken off */
  tagged: boolean;
}

/** Names of the colours that tags take in turn; what each looks like in light and dark is the design's. */
export const tagColours = ['blue', 'green', 'amber', 'red', 'violet', 'teal', 'pink', 'grey'] as const;
export type TagColour = (typeof tagColours)[number];

/** Tags of the default set, made from the operator's work; their words stand in the locales under `tag_<starter>`. */
export const starterTags = [
  'complaint',
  'parcel',
  'legit',
  'stock',
  'link',
  'praise',
  'ugc',
  'spam',
  'collab',
  'idea',
] as const;
export type StarterTag = (typeof starterTags)[number];

/** What can be tagged on a page. `text`: selected words. */
export const itemKinds = ['comment', 'post', 'creator', 'product', 'page', 'text'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Deadlines run by the clock, or only while the team works (settings: days, hours, holidays). */
export const deadlineClocks = ['clock', 'working'] as const;
export type DeadlineClock = (typeof deadlineClocks)[number];

/** Most creators and items from which a tag is taken at once, so that it can be undone; one that more carry is retired instead. */
export const mostTagged = 5_000;

/** Most dots beside an item: more colours than these tell nothing at a glance. */
export const mostDots = 4;
