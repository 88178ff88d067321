import { campaigns } from '../../../../utils/i18n/locales/zh_TW/campaigns.ts';
import { draws } from '../../../../utils/i18n/locales/zh_TW/draws.ts';

export const words = { ...campaigns, ...draws };
