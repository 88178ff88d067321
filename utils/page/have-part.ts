import { ask } from '../messaging/client.ts';
import type { Input } from '../messaging/protocol.ts';
import type { Page } from './page.ts';
import type { Slot } from './world.ts';

/**
 * Has the file that fills a slot put beside this script, where it is not there yet or is left from before an update of the extension.
 * @returns null where it could not be had, and where the page state ended meanwhile
 */
export async function havePart<T extends { alive(): boolean }>(
  page: Page,
  slot: Slot<T>,
  part: Input<'page.need'>['part'],
  signal: AbortSignal,
): Promise<T | null> {
  if (!slot.provided()?.alive()) {
    const answer = await ask('page.need', { part });
    if (!answer.ok && answer.code === 'stale') page.stepBack(false);
  }
  return signal.aborted ? null : slot.provided();
}
