import type { Language } from '../../utils/domain/vocabulary.ts';
import type { Words } from '../../utils/i18n/translate.ts';
import type { words as en } from './words/en.ts';

/** English is the type of the queue's words. */
export type QueueEnglish = typeof en;

const languages: Record<Language, () => Promise<{ words: Words<QueueEnglish> }>> = {
  en: () => import('./words/en.ts'),
  zh_CN: () => import('./words/zh_CN.ts'),
  zh_TW: () => import('./words/zh_TW.ts'),
};

/** The words of one language; the others stay on the disk. */
export async function loadQueueWords(language: Language): Promise<Words<QueueEnglish>> {
  return (await languages[language]()).words;
}
