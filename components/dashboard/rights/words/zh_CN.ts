import { rights } from '../../../../utils/i18n/locales/zh_CN/rights.ts';
import { usage } from '../../../../utils/i18n/locales/zh_CN/usage.ts';

export const words = { ...rights, ...usage };
