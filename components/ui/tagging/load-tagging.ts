import type { Language } from '../../../utils/domain/vocabulary.ts';
import type { tagging } from '../../../utils/i18n/locales/en/tagging.ts';
import type { Words } from '../../../utils/i18n/translate.ts';

/** English is the type of the picker's words. */
export type TaggingEnglish = typeof tagging;

/** One language each: the picker is loaded when somebody tags, with the words of one. */
const languages: Record<Language, () => Promise<{ tagging: Words<TaggingEnglish> }>> = {
  en: () => import('../../../utils/i18n/locales/en/tagging.ts'),
  zh_CN: () => import('../../../utils/i18n/locales/zh_CN/tagging.ts'),
  zh_TW: () => import('../../../utils/i18n/locales/zh_TW/tagging.ts'),
};

export async function loadTagging(language: Language): Promise<Words<TaggingEnglish>> {
  return (await languages[language]()).tagging;
}
