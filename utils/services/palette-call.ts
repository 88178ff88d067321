import { browser } from '#imports';
import { fail, ok } from '../domain/result.ts';
import { askInPopup } from './ask-in-popup.ts';
import { injectOverlay } from './reconcile-scripts.ts';
import type { Service } from './service.ts';
import { tellPage } from './show-in-frame.ts';

/** Has the script in a tab open the palette, putting the script there first where it is not. @returns whether one heard it */
async function callIn(tabId: number): Promise<boolean> {
  if (await tellPage(tabId, { type: 'palette.call' })) return true;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!(await injectOverlay(tabId, tab?.url))) return false;
  // the script just injected may need a moment to listen
  for (const wait of [0, 100, 400]) {
    await new Promise((done) => setTimeout(done, wait));
    if (await tellPage(tabId, { type: 'palette.call' })) return true;
  }
  return false;
}

/**
 * The hot key of the saved replies: they open where the caret is. The key gives access to the tab as a press on the toolbar does; where no script
 * of ours can be, the popup opens and says so.
 */
export async function callPalette(tabId: number): Promise<void> {
  if (!(await callIn(tabId))) await askInPopup(tabId);
}

/** The same from the popup. */
export const callPaletteIn: Service<'tab.palette'> = async ({ tabId }) =>
  (await callIn(tabId)) ? ok({}) : fail('no-access', 'no script of ours can be in this tab');
