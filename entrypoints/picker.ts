import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pick as en } from '../utils/i18n/locales/en/pick.ts';
import { pick as zh_CN } from '../utils/i18n/locales/zh_CN/pick.ts';
import { pick as zh_TW } from '../utils/i18n/locales/zh_TW/pick.ts';
import { makeTranslate } from '../utils/i18n/translate.ts';
import { pickerSlot } from '../utils/page/picker-slot.ts';
import { makePicker } from '../utils/page/picking/pick-field.ts';
import { selectorFor } from '../utils/sites/hint-selector.ts';

/** Lets the person point at the element that shows a field; injected by the background when she wants to. */
export default defineUnlistedScript(() => {
  pickerSlot.provide(
    makePicker({
      selectorFor,
      words: ({ t }) => makeTranslate({ en, zh_CN, zh_TW }, t.language, 'cross-border', t.locale),
    }),
  );
});
