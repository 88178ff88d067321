import { keywords } from '../../../../utils/i18n/locales/zh_TW/keywords.ts';

export const words = { ...keywords };
