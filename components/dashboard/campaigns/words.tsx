import type { campaigns } from '../../../utils/i18n/locales/en/campaigns.ts';
import type { draws } from '../../../utils/i18n/locales/en/draws.ts';
import type { WordKey } from '../../../utils/i18n/translate.ts';
import { useWords } from '../../ui/words.ts';
import { moreWords } from '../more-words.tsx';
import type { DashboardKey } from '../words.ts';

/** English is the type of the words of these pages. */
type English = typeof campaigns & typeof draws;
export type CampaignKey = DashboardKey | WordKey<English>;

/** `t` with the dashboard's words and those of the campaigns. */
export const useT = () => useWords<CampaignKey>();

/** Brings the words of the campaigns. */
export const CampaignWords = moreWords<English>({
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
});
