import { fans } from '../../../../utils/i18n/locales/zh_TW/fans.ts';

export const words = { ...fans };
