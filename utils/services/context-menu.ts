import { type Browser, browser } from '#imports';
import { backgroundWords } from './background-words.ts';

export const captureMenuId = 'capture-creator';
export const snapshotMenuId = 'snapshot';
export const tagPageMenuId = 'tag-page';
export const tagWordsMenuId = 'tag-words';

/** Wherever on a page: most of a shop is links and pictures. Not in text fields, whose menu is long enough. */
const onPages = {
  contexts: ['page', 'link', 'image', 'video', 'audio', 'frame', 'selection'],
  documentUrlPatterns: ['https://*/*', 'http://*/*'],
} satisfies Browser.contextMenus.CreateProperties;

/** Makes the context menu anew in the language of the settings. */
export async function installMenu(): Promise<void> {
  const t = await backgroundWords();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: captureMenuId,
    title: t('menu_capture'),
    ...onPages,
  });
  browser.contextMenus.create({
    id: snapshotMenuId,
    title: t('menu_snapshot'),
    ...onPages,
  });
  browser.contextMenus.create({ id: tagPageMenuId, title: t('menu_tag_page'), ...onPages });
  browser.contextMenus.create({
    ...onPages,
    id: tagWordsMenuId,
    title: t('menu_tag_words'),
    contexts: ['selection'],
  });
}
