import { showPicture } from '../alerts/toolbar-button.ts';

/** Says on the toolbar button of a tab how far its picture is; nothing of it stands in the page, where it would be in the picture. */
export async function showProgress(tabId: number, share: number | null): Promise<void> {
  try {
    await showPicture(tabId, share);
  } catch {
    // the tab is gone, and its button with it
  }
}
