import { campaigns } from '../../../../utils/i18n/locales/zh_CN/campaigns.ts';
import { draws } from '../../../../utils/i18n/locales/zh_CN/draws.ts';

export const words = { ...campaigns, ...draws };
