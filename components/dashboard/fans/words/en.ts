import { fans } from '../../../../utils/i18n/locales/en/fans.ts';

export const words = { ...fans };
