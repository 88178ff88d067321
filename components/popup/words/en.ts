import { common } from '../../../utils/i18n/locales/en/common.ts';
import { popup } from '../../../utils/i18n/locales/en/popup.ts';

export const words = { ...common, ...popup };
