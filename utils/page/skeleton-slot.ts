import { makeSlot } from './world.ts';

/** The page's structure without anything that stands in it; `names`: what names its person. */
export type SkeletonOf = (document: Document, names: readonly string[]) => string;

/** Where `skeleton.js` leaves its part for the background; put into a page when a reader missed something there. */
export const skeletonSlot = makeSlot<{ skeletonOf: SkeletonOf }>('deckhand.skeleton');
