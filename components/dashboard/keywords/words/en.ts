import { keywords } from '../../../../utils/i18n/locales/en/keywords.ts';

export const words = { ...keywords };
