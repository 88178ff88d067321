import type { alerts } from '../../../utils/i18n/locales/en/alerts.ts';
import type { refresh } from '../../../utils/i18n/locales/en/refresh.ts';
import type { sharing } from '../../../utils/i18n/locales/en/sharing.ts';
import type { watch } from '../../../utils/i18n/locales/en/watch.ts';
import type { watching } from '../../../utils/i18n/locales/en/watching.ts';
import type { WordKey } from '../../../utils/i18n/translate.ts';
import { useWords } from '../../ui/words.ts';
import { moreWords } from '../more-words.tsx';
import type { DashboardKey } from '../words.ts';

/** English is the type of the words of these pages. */
type English = typeof watching & typeof refresh & typeof watch & typeof sharing & typeof alerts;
/** What a sentence about a change needs. */
export type SentenceKey = WordKey<English>;
export type WatchKey = DashboardKey | SentenceKey;

/** `t` with the dashboard's words and those of the competitor watch. */
export const useT = () => useWords<WatchKey>();

/** Brings the words of the competitor watch. */
export const WatchWords = moreWords<English>({
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
});
