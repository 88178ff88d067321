import type { templates } from '../../../utils/i18n/locales/en/templates.ts';
import type { usage } from '../../../utils/i18n/locales/en/usage.ts';
import type { variables } from '../../../utils/i18n/locales/en/variables.ts';
import type { WordKey } from '../../../utils/i18n/translate.ts';
import { useWords } from '../../ui/words.ts';
import { moreWords } from '../more-words.tsx';
import type { DashboardKey } from '../words.ts';

/** English is the type of the words of these pages. */
type English = typeof templates & typeof variables & typeof usage;
export type TemplatesKey = DashboardKey | WordKey<English>;

/** `t` with the dashboard's words and those of the saved replies. */
export const useT = () => useWords<TemplatesKey>();

/** Brings the words of the saved replies. */
export const TemplatesWords = moreWords<English>({
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
});
