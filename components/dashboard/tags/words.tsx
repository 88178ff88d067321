import type { queue } from '../../../utils/i18n/locales/en/queue.ts';
import type { tags } from '../../../utils/i18n/locales/en/tags.ts';
import type { tagset } from '../../../utils/i18n/locales/en/tagset.ts';
import type { WordKey } from '../../../utils/i18n/translate.ts';
import { useWords } from '../../ui/words.ts';
import { moreWords } from '../more-words.tsx';
import type { DashboardKey } from '../words.ts';

/** English is the type of the words of this page. Of the queue's only the departments' are used. */
type English = typeof tags & typeof tagset & typeof queue;

/** `t` with the dashboard's words and those of tags. */
export const useT = () => useWords<DashboardKey | WordKey<English>>();
export type TagsTranslate = ReturnType<typeof useT>;

/** Brings the words of tags. */
export const TagsWords = moreWords<English>({
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
});
