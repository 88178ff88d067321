import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isAlive } from '../utils/messaging/client.ts';
import { itemsSlot } from '../utils/page/items/items-slot.ts';
import { livingItems } from '../utils/page/items/start-items.ts';

/** Beside the overlay on pages with items; put there by the background when the first one is found. */
export default defineUnlistedScript(() => {
  itemsSlot.provide({ feature: livingItems, alive: isAlive });
});
