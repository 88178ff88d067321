import type { Language } from '../../../utils/domain/vocabulary.ts';
import type { usage } from '../../../utils/i18n/locales/en/usage.ts';
import type { Words } from '../../../utils/i18n/translate.ts';

/** English is the type of the words about the right to use an item. */
export type RightsEnglish = typeof usage;

const languages: Record<Language, () => Promise<{ usage: Words<RightsEnglish> }>> = {
  en: () => import('../../../utils/i18n/locales/en/usage.ts'),
  zh_CN: () => import('../../../utils/i18n/locales/zh_CN/usage.ts'),
  zh_TW: () => import('../../../utils/i18n/locales/zh_TW/usage.ts'),
};

/** Each language is a file of its own: most items are no UGC, and then none is loaded. */
export async function loadRightsWords(language: Language): Promise<Words<RightsEnglish>> {
  return (await languages[language]()).usage;
}
