import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tagged as en } from '../utils/i18n/locales/en/tagged.ts';
import { tagged as zh_CN } from '../utils/i18n/locales/zh_CN/tagged.ts';
import { tagged as zh_TW } from '../utils/i18n/locales/zh_TW/tagged.ts';
import { sayWhatFollowed } from '../utils/page/tagging/say-what-followed.ts';
import { taggedSlot } from '../utils/page/tagging/tagged-slot.ts';

/** Says in a page what followed from a tagging; injected by the background when something was tagged there. */
export default defineUnlistedScript(() => {
  taggedSlot.provide({
    say(page, done) {
      const words = page.makeTranslate({ en, zh_CN, zh_TW }, page.t.language, 'cross-border', page.t.locale);
      sayWhatFollowed(page, words, done);
    },
  });
});
