import type { keywords } from '../../../utils/i18n/locales/en/keywords.ts';
import type { WordKey } from '../../../utils/i18n/translate.ts';
import { useWords } from '../../ui/words.ts';
import { moreWords } from '../more-words.tsx';
import type { DashboardKey } from '../words.ts';

/** English is the type of the words of this page. */
type English = typeof keywords;

/** `t` with the dashboard's words and those of keyword alerts. */
export const useT = () => useWords<DashboardKey | WordKey<English>>();

/** Brings the words of keyword alerts. */
export const KeywordsWords = moreWords<English>({
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
});
