import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isAlive } from '../utils/messaging/client.ts';
import { keywordsSlot } from '../utils/page/keywords/keywords-slot.ts';
import { watchWords } from '../utils/page/keywords/watch-words.ts';

/** Beside the overlay on pages with items; put there by the background when there are keywords to look for. */
export default defineUnlistedScript(() => {
  keywordsSlot.provide({ start: watchWords, alive: isAlive });
});
