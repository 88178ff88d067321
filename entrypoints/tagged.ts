import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tagged as en } from '../utils/i18n/locales/en/tagged.ts';
import { tagged as zh_CN } from '../utils/i18n/locales/zh_CN/tagged.ts';
import { tagged as zh_TW } from '../utils/i18n/locales/zh_TW/tagged.ts';
import { isAlive } from '../utils/messaging/client.ts';
import type { Page } from '../utils/page/page.ts';
import { showPageDots } from '../utils/page/tagging/page-dots.ts';
import { sayWhatFollowed } from '../utils/page/tagging/say-what-followed.ts';
import { taggedSlot } from '../utils/page/tagging/tagged-slot.ts';

/**
 * Shows in a page how what it is of is tagged, and says what followed from a tagging; injected by the background where a button of ours stands for
 * the page, and when something was tagged there.
 */
export default defineUnlistedScript(() => {
  const wordsFor = ({ makeTranslate, t }: Page) =>
    makeTranslate({ en, zh_CN, zh_TW }, t.language, 'cross-border', t.locale);
  taggedSlot.provide({
    alive: isAlive,
    say: (page, done) => sayWhatFollowed(page, wordsFor(page), done),
    showDots(page, button, who, signal) {
      void showPageDots(page, button, { who, said: wordsFor(page)('tagged_mark') }, signal);
    },
  });
});
