import type { BackgroundMessage } from '../background-messages.ts';
import type { Page } from '../page.ts';
import { makeSlot } from '../world.ts';

/** Where the person last pressed, as long as it is known; a press on "Reply" tells which comment is answered. */
export type LastPress = () => { element: Element /** `performance.now()` */; at: number } | null;

/** The palette of one page, once its file is there. */
export interface PalettePart {
  /** what the background says to the palette; the answer goes back to it */
  heard(message: PaletteOrder): Promise<unknown> | undefined;
}
export type PaletteOrder = Extract<BackgroundMessage, { type: `palette.${string}` }>;

export interface Palette {
  /** @param composing an input method is at work already */
  start(page: Page, lastPress: LastPress, signal: AbortSignal, composing: boolean): PalettePart;
  /** false after an update of the extension: this is the code of the one before */
  alive(): boolean;
}

/** Where `palette.js` leaves its part; put there when an editor gets the focus or the hot key is pressed. */
export const paletteSlot = makeSlot<Palette>('deckhand.palette');
