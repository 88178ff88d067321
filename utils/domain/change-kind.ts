/*
 * The words of comparing, apart from the schemas: screens use them and may not load the schema library. The words people read for
 * each stand in the locales.
 */

/** What can be different between two looks at a page, exactly as records.md names it. */
export const changeKinds = [
  'price-down',
  'price-up',
  'promotion-started',
  'promotion-ended',
  'product-new',
  'product-gone',
  'sold-out',
  'restocked',
  'title',
  'picture',
  'moved-up',
  'moved-down',
  'rating',
  'followers',
  'posts',
  'bio',
  'text',
  'layout',
  'unreadable',
  'readable-again',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const severities = ['low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

/** One difference, as the comparing functions return it. */
export interface Change {
  kind: ChangeKind;
  /** the product's id (its address or title where it has none), else the name of the field or block */
  key: string;
  /** of the product, on both sides the newer one */
  title?: string;
  /**
   * Before and after. Money is `priceText`; counts are numbers; `moved-…` are positions from 1 on the page; `unreadable` has its reason
   * in `to`.
   */
  from?: string | number;
  to?: string | number;
  /** signed, of the value before, with one digit after the point; of `layout` the share of the page that is different */
  percent?: number;
  severity: Severity;
}

/** Why a page was not read although it was there. */
export const unreadableReasons = ['wall', 'not-understood', 'empty', 'far-fewer', 'other-page'] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** The layers of a snapshot; each can fail without the others. */
export const layerNames = ['reading', 'text', 'picture', 'layout'] as const;
export type LayerName = (typeof layerNames)[number];

/** Why a layer of a snapshot is not there. */
export const missingReasons = [
  'not-asked', // this kind of snapshot does not take it
  'no-permission', // the browser gives pictures only after an action of the person or the wide permission
  'tab-hidden', // the tab was left before the picture was taken
  'cancelled', // by the person
  'too-large', // over the limits of the extractor
  'quota', // the browser refused so many pictures in so short a time
  'disk-full',
  'unreadable', // a wall stood there
  'fetched', // a refresh in the background has no window: it sees data, no texts where they stand and no pictures
  'thinned', // removed later to keep the notebook small
  'not-in-backup', // backup files hold no contents of snapshots
  'failed', // a bug; logged
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** What made the snapshot. */
export const snapshotCauses = ['button', 'key', 'popup', 'menu', 'visit', 'refresh'] as const;
export type SnapshotCause = (typeof snapshotCauses)[number];

/** Where a block stands, by the roles and names of the elements around it. Stored as found; left out only when compared. */
export const textRegions = [
  'main',
  'banner',
  'aside',
  'card', // one of several alike with a link: a product, a post; the reading's part
  'navigation',
  'footer',
  'notice', // cookies, consent
  'advert',
  'recommended', // chosen for this visitor
] as const;
export type TextRegion = (typeof textRegions)[number];
