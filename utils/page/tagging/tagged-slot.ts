import type { TagDone } from '../../domain/tag-effect.ts';
import type { Page } from '../page.ts';
import { makeSlot } from '../world.ts';

export interface Tagged {
  /** Says in the page what followed from a tagging, and takes it back if the person wants. */
  say(page: Page, done: TagDone): void;
}

/** Where `tagged.js` leaves its part; the background puts it there before it tells the page. */
export const taggedSlot = makeSlot<Tagged>('deckhand.tagged');
