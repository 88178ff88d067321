import { rights } from '../../../../utils/i18n/locales/en/rights.ts';
import { usage } from '../../../../utils/i18n/locales/en/usage.ts';

export const words = { ...rights, ...usage };
