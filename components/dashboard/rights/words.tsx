import type { rights } from '../../../utils/i18n/locales/en/rights.ts';
import type { usage } from '../../../utils/i18n/locales/en/usage.ts';
import type { WordKey } from '../../../utils/i18n/translate.ts';
import { useWords } from '../../ui/words.ts';
import { moreWords } from '../more-words.tsx';
import type { DashboardKey } from '../words.ts';

/** English is the type of the words of these pages. */
type English = typeof rights & typeof usage;
export type RightsKey = DashboardKey | WordKey<English>;

/** `t` with the dashboard's words and those of UGC and rights. */
export const useT = () => useWords<RightsKey>();
export type RightsT = ReturnType<typeof useT>;

/** Brings the words of UGC and rights. */
export const RightsWords = moreWords<English>({
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
});
