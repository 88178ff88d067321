import { browser } from '#imports';
import type { UiSettings } from '../domain/settings.ts';
import { background as en } from '../i18n/locales/en/background.ts';
import { background as zhCN } from '../i18n/locales/zh_CN/background.ts';
import { background as zhTW } from '../i18n/locales/zh_TW/background.ts';
import { chooseLanguage, makeTranslate } from '../i18n/translate.ts';

export const captureMenuId = 'capture-creator';

/** The background's own words in the language of the settings. */
export function backgroundWords(ui: Pick<UiSettings, 'language' | 'market'>) {
  const language = chooseLanguage(ui.language, browser.i18n.getUILanguage());
  return makeTranslate({ en, zh_CN: zhCN, zh_TW: zhTW }, language, ui.market);
}

/** Makes the context menu anew in the language of the settings. */
export async function installMenu(ui: Pick<UiSettings, 'language' | 'market'>): Promise<void> {
  const t = backgroundWords(ui);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: captureMenuId,
    title: t('menu_capture'),
    contexts: ['page', 'link', 'image', 'selection'],
    documentUrlPatterns: ['https://*/*', 'http://*/*'],
  });
}
