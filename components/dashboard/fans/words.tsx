import type { fans } from '../../../utils/i18n/locales/en/fans.ts';
import type { WordKey } from '../../../utils/i18n/translate.ts';
import { useWords } from '../../ui/words.ts';
import { moreWords } from '../more-words.tsx';
import type { DashboardKey } from '../words.ts';

/** English is the type of the words of these pages. */
type English = typeof fans;

/** `t` with the dashboard's words and those of fans and spam. */
export const useT = () => useWords<DashboardKey | WordKey<English>>();

/** Brings the words of fans and spam. */
export const FansWords = moreWords<English>({
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
});
