import { type CommonKey, common as en } from '../../utils/i18n/locales/en/common.ts';
import { dashboard as enDashboard } from '../../utils/i18n/locales/en/dashboard.ts';
import { common as zhCN } from '../../utils/i18n/locales/zh_CN/common.ts';
import { dashboard as zhCNDashboard } from '../../utils/i18n/locales/zh_CN/dashboard.ts';
import { common as zhTW } from '../../utils/i18n/locales/zh_TW/common.ts';
import { dashboard as zhTWDashboard } from '../../utils/i18n/locales/zh_TW/dashboard.ts';
import type { WordKey } from '../../utils/i18n/translate.ts';
import { useWords } from '../ui/words.ts';

/** Everything the dashboard says. */
export const dashboardWords = {
  en: { ...en, ...enDashboard },
  zh_CN: { ...zhCN, ...zhCNDashboard },
  zh_TW: { ...zhTW, ...zhTWDashboard },
};
export type DashboardKey = CommonKey | WordKey<typeof enDashboard>;

/** `t` with the dashboard's words. */
export const useT = () => useWords<DashboardKey>();
