import type { Language } from '../../utils/domain/vocabulary.ts';
import type { WordKey, Words } from '../../utils/i18n/translate.ts';
import { useWords } from '../ui/words.ts';
import type { words as en } from './words/en.ts';

/** English is the type of the dashboard's words. */
export type DashboardEnglish = typeof en;
export type DashboardKey = WordKey<DashboardEnglish>;

const languages: Record<Language, () => Promise<{ words: Words<DashboardEnglish> }>> = {
  en: () => import('./words/en.ts'),
  zh_CN: () => import('./words/zh_CN.ts'),
  zh_TW: () => import('./words/zh_TW.ts'),
};

/** The words of one language; the others stay on the disk. */
export async function loadDashboardWords(language: Language): Promise<Words<DashboardEnglish>> {
  return (await languages[language]()).words;
}

/** `t` with the dashboard's words. */
export const useT = () => useWords<DashboardKey>();
