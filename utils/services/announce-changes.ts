import { browser } from '#imports';
import { type Collection, changeKey } from '../messaging/changes.ts';

let last = 0;

/**
 * Tells every context that collections have changed: a counter in `storage.local` moves, and `storage.onChanged` reaches popup,
 * frame and page scripts alike. Starts from the clock, so that a restarted worker never repeats a number.
 */
export async function announceChanges(collections: readonly Collection[]): Promise<void> {
  last = Math.max(last + 1, Date.now());
  await browser.storage.local.set(
    Object.fromEntries(collections.map((collection) => [changeKey(collection), last])),
  );
}
