import { browser } from '#imports';
import type { TagDone } from '../../domain/tag-effect.ts';
import { ownFile } from '../own-file.ts';
import { tellPage } from '../show-in-frame.ts';

/** Has the page in a tab say what followed from a tagging, with the way back. What says it is put there first: hardly any page needs it. */
export async function sayTagged(tabId: number, done: TagDone): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [ownFile('tagged.js')] });
  } catch {
    // the page is gone, or out of reach: what was written is written
    return;
  }
  await tellPage(tabId, { type: 'tag.done', ...done });
}
