import { browser } from '#imports';
import { backgroundWords } from '../background-words.ts';

/** Says on the toolbar button of a tab how far its picture is; nothing of it stands in the page, where it would be in the picture. */
export async function showProgress(tabId: number, share: number | null): Promise<void> {
  try {
    if (share === null) {
      await browser.action.setBadgeText({ tabId, text: '' });
      await browser.action.setTitle({ tabId, title: '' });
      return;
    }
    const percent = `${Math.round(share * 100)}%`;
    const t = await backgroundWords();
    await browser.action.setBadgeText({ tabId, text: percent });
    await browser.action.setTitle({ tabId, title: t('badge_picture', { share: percent }) });
  } catch {
    // the tab is gone, and its button with it
  }
}
