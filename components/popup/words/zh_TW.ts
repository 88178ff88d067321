import { common } from '../../../utils/i18n/locales/zh_TW/common.ts';
import { popup } from '../../../utils/i18n/locales/zh_TW/popup.ts';

export const words = { ...common, ...popup };
