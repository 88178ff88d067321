import type { PlatformId } from '../../domain/platform.ts';
import type { TagDone } from '../../domain/tag-effect.ts';
import type { Page } from '../page.ts';
import { makeSlot } from '../world.ts';

/** Whose page this is. */
export interface Somebody {
  platform: PlatformId;
  handle: string;
  stableId?: string | undefined;
}

export interface Tagged {
  /** Says in the page what followed from a tagging, and takes it back if the person wants. */
  say(page: Page, done: TagDone): void;
  /**
   * Shows on a button of ours the colours of the tags on whom or what the page is of, and again when they change; until the signal aborts.
   * @param who whose profile it is; null: the page is of a product, or of nothing but itself
   */
  showDots(page: Page, button: HTMLElement, who: Somebody | null, signal: AbortSignal): void;
  /** false after an update of the extension: this is the code of the one before */
  alive(): boolean;
}

/** Where `tagged.js` leaves its part; put there for a button whose page may be tagged, and before the background tells the page. */
export const taggedSlot = makeSlot<Tagged>('deckhand.tagged');
