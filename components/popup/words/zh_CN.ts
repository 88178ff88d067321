import { common } from '../../../utils/i18n/locales/zh_CN/common.ts';
import { popup } from '../../../utils/i18n/locales/zh_CN/popup.ts';
import { watching } from '../../../utils/i18n/locales/zh_CN/watching.ts';

export const words = { ...common, ...popup, ...watching };
