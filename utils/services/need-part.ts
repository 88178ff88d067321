import { browser } from '#imports';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import { hintsFor } from './hints.ts';
import { putMarkStyles } from './keywords/mark-styles.ts';
import { ownFile } from './own-file.ts';
import type { Service } from './service.ts';
import { injectReader } from './tab-reading.ts';

/**
 * Files of their own: what works on items, on pages that have items; what lets the person point at an element, once she wants to; how a page is
 * tagged, where a button of ours can show it.
 */
const files = {
  items: 'items.js',
  picker: 'picker.js',
  palette: 'palette.js',
  snapshot: 'snapshot.js',
  keywords: 'keywords.js',
  tagged: 'tagged.js',
} as const;

async function inject(file: string, tabId: number): Promise<Result<unknown>> {
  try {
    return ok(await browser.scripting.executeScript({ target: { tabId }, files: [ownFile(file)] }));
  } catch (error) {
    return fail('no-access', String(error));
  }
}

/** Puts a part of ours beside the script of a page that asks for it. */
export const needPart: Service<'page.need'> = async ({ part }, call) => {
  const { tabId, url } = call.caller;
  if (tabId === undefined || url === undefined) return fail('not-found', 'a page outside a tab');
  const done = part === 'readers' ? await injectReader(tabId, url) : await inject(files[part], tabId);
  if (!done.ok) return done;
  if (part === 'keywords') await putMarkStyles(tabId);
  const hints = part === 'readers' ? await hintsFor(call, url) : [];
  return ok<Output<'page.need'>>({ hints });
};
