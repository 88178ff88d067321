import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { skeletonSlot } from '../utils/page/skeleton-slot.ts';
import { skeletonOf } from '../utils/sites/skeleton.ts';

/** Draws the structure of a page on which a reader missed something; injected by the background then. */
export default defineUnlistedScript(() => {
  skeletonSlot.provide({ skeletonOf });
});
