import { common } from '../../../utils/i18n/locales/zh_CN/common.ts';
import { popup } from '../../../utils/i18n/locales/zh_CN/popup.ts';

export const words = { ...common, ...popup };
