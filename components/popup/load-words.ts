import type { Language } from '../../utils/domain/vocabulary.ts';
import type { Words } from '../../utils/i18n/translate.ts';
import type { words as en } from './words/en.ts';

/** English is the type of the popup's words. */
export type PopupEnglish = typeof en;

/** Each language is a file of its own: the popup opens with the words of one and leaves the others on the disk. */
const languages: Record<Language, () => Promise<{ words: Words<PopupEnglish> }>> = {
  en: () => import('./words/en.ts'),
  zh_CN: () => import('./words/zh_CN.ts'),
  zh_TW: () => import('./words/zh_TW.ts'),
};

export async function loadPopupWords(language: Language): Promise<Words<PopupEnglish>> {
  return (await languages[language]()).words;
}
