import { browser } from '#imports';
import { backgroundWords } from './background-words.ts';

export const captureMenuId = 'capture-creator';

/** Makes the context menu anew in the language of the settings. */
export async function installMenu(): Promise<void> {
  const t = await backgroundWords();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: captureMenuId,
    title: t('menu_capture'),
    contexts: ['page', 'link', 'image', 'selection'],
    documentUrlPatterns: ['https://*/*', 'http://*/*'],
  });
}
