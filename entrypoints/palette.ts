import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { inserting as en } from '../utils/i18n/locales/en/inserting.ts';
import { inserting as zh_CN } from '../utils/i18n/locales/zh_CN/inserting.ts';
import { inserting as zh_TW } from '../utils/i18n/locales/zh_TW/inserting.ts';
import { makeTranslate } from '../utils/i18n/translate.ts';
import { isAlive } from '../utils/messaging/client.ts';
import { paletteSlot } from '../utils/page/palette/palette-slot.ts';
import { startPalette } from '../utils/page/palette/start-palette.ts';

/** Beside the overlay once somebody writes on a page; put there by the background when an editor gets the focus. */
export default defineUnlistedScript(() => {
  paletteSlot.provide({
    alive: isAlive,
    start: (page, lastPress, signal, composing) => {
      const words = makeTranslate({ en, zh_CN, zh_TW }, page.t.language, 'cross-border', page.t.locale);
      return startPalette(page, lastPress, words, signal, composing);
    },
  });
});
