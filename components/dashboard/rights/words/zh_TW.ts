import { rights } from '../../../../utils/i18n/locales/zh_TW/rights.ts';
import { usage } from '../../../../utils/i18n/locales/zh_TW/usage.ts';

export const words = { ...rights, ...usage };
