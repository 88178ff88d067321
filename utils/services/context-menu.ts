import { browser } from '#imports';
import { backgroundWords } from './background-words.ts';

export const captureMenuId = 'capture-creator';
export const snapshotMenuId = 'snapshot';

const webPages = ['https://*/*', 'http://*/*'];

/** Makes the context menu anew in the language of the settings. */
export async function installMenu(): Promise<void> {
  const t = await backgroundWords();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: captureMenuId,
    title: t('menu_capture'),
    contexts: ['page', 'link', 'image', 'selection'],
    documentUrlPatterns: webPages,
  });
  browser.contextMenus.create({
    id: snapshotMenuId,
    title: t('menu_snapshot'),
    contexts: ['page'],
    documentUrlPatterns: webPages,
  });
}
