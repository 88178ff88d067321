import type { Severity } from '../../domain/change-kind.ts';
import type { ItemRule } from '../../sites/site.ts';
import type { Slices } from '../items/slices.ts';
import type { Page } from '../page.ts';
import { makeSlot } from '../world.ts';

/** What is known of a page's items by whoever finds them. */
export interface ItemGround {
  /** every item near the window */
  near(): Iterable<Element>;
  ruleOf(element: Element): ItemRule | undefined;
  /** the item that an element stands in, itself included */
  itemAround(element: Element): Element | null;
  slices: Slices;
}

/** What is looked for. */
export interface WantedWords {
  mark: boolean;
  groups: readonly { groupId: string; severity: Severity; words: readonly string[] }[];
}

/** In how many items of this page words were seen since it was opened. */
export interface WordCount {
  items: number;
  /** of them those with a word of a serious group */
  serious: number;
  groups: { groupId: string; items: number }[];
}

/** The words at work on one page, until their signal aborts. */
export interface WatchedWords {
  /** something in an item changed */
  changed(element: Element): void;
  /** something was done in this frame: look whether other items are near */
  look(): void;
  count(): WordCount;
}

export interface Keywords {
  start(page: Page, ground: ItemGround, wanted: WantedWords, signal: AbortSignal): WatchedWords;
  /** false after an update of the extension: this is the code of the one before */
  alive(): boolean;
}

/** Where `keywords.js` leaves what looks for keywords. */
export const keywordsSlot = makeSlot<Keywords>('deckhand.keywords');
