import { browser } from '#imports';
import { ok, type Result } from '../domain/result.ts';
import { showAsking } from './alerts/toolbar-button.ts';
import { currentTab } from './tab-reading.ts';

/**
 * A click in the page that may not be the person's own is asked again where the page cannot reach: in the popup. Where the
 * browser does not let us open it, a mark on the toolbar button says that something waits.
 */
export async function askInPopup(tabId: number | undefined): Promise<Result<Record<string, never>>> {
  try {
    await browser.action.openPopup();
  } catch {
    const marked = tabId ?? (await currentTab())?.id;
    if (marked !== undefined) await showAsking(marked);
  }
  return ok({});
}
