import { browser } from '#imports';

/**
 * Opens the side panel beside the page, Firefox its sidebar. The browser allows it only in answer to a key or a press: to be called before any wait.
 * @param windowId of the tab with the key; Firefox takes the window itself
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
  // the types know only what Chromium has
  if ('sidebarAction' in browser) await (browser.sidebarAction as { open(): Promise<void> }).open();
  else if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}
