import type { ValueHere } from '../sites/hint-value.ts';
import type { ReadPage } from '../sites/page-reader.ts';
import { makeSlot } from './world.ts';

export interface Readers {
  /** as records.md fixes it: pure, no change to the document; of this site only */
  readPage: ReadPage;
  /** what stands at an element, understood as a field; for whoever points at one */
  valueHere?: ValueHere;
}

/** Where `reader-<platform>.js` leaves the reader of the site for the overlay and for the background's `executeScript`. */
export const readersSlot = makeSlot<Readers>('deckhand.readers');
