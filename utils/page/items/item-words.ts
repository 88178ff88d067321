import { items as en } from '../../i18n/locales/en/items.ts';
import { items as zh_CN } from '../../i18n/locales/zh_CN/items.ts';
import { items as zh_TW } from '../../i18n/locales/zh_TW/items.ts';
import { makeTranslate } from '../../i18n/translate.ts';
import type { Page } from '../page.ts';

/** The words that only items need, in the language of the page's other words: not part of the script on every page. */
export function itemWords({ t }: Page) {
  // none of them has the operator's word for Creator, which depends on the market
  return makeTranslate({ en, zh_CN, zh_TW }, t.language, 'cross-border', t.locale);
}
