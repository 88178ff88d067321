import { browser } from '#imports';
import { defaultSettings } from '../domain/default-settings.ts';
import type { UiSettings } from '../domain/settings.ts';
import { background as en } from '../i18n/locales/en/background.ts';
import { background as zh_CN } from '../i18n/locales/zh_CN/background.ts';
import { background as zh_TW } from '../i18n/locales/zh_TW/background.ts';
import { chooseLanguage, makeTranslate } from '../i18n/translate.ts';
import { uiKey } from '../storage/ui-mirror.ts';

/** The settings of the screen as the notebook mirrors them; the defaults before the first start. */
export async function uiSettings(): Promise<UiSettings> {
  const stored = (await browser.storage.local.get(uiKey))[uiKey] as Partial<UiSettings> | undefined;
  return { ...defaultSettings, ...stored };
}

/** The words that the background itself puts on the screen: the context menu, the toolbar button's title, notifications. */
export async function backgroundWords() {
  const { language, market } = await uiSettings();
  return makeTranslate({ en, zh_CN, zh_TW }, chooseLanguage(language, browser.i18n.getUILanguage()), market);
}
