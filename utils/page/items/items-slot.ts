import type { Feature } from '../page.ts';
import { makeSlot } from '../world.ts';

export interface Items {
  feature: Feature;
  /** false after an update of the extension: this is the code of the one before */
  alive(): boolean;
}

/** Where `items.js` leaves what works on a living page's items. */
export const itemsSlot = makeSlot<Items>('deckhand.items');
