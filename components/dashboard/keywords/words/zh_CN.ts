import { keywords } from '../../../../utils/i18n/locales/zh_CN/keywords.ts';

export const words = { ...keywords };
