import { campaigns } from '../../../../utils/i18n/locales/en/campaigns.ts';
import { draws } from '../../../../utils/i18n/locales/en/draws.ts';

export const words = { ...campaigns, ...draws };
