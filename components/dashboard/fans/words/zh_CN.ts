import { fans } from '../../../../utils/i18n/locales/zh_CN/fans.ts';

export const words = { ...fans };
