import { common } from '../../../utils/i18n/locales/en/common.ts';
import { popup } from '../../../utils/i18n/locales/en/popup.ts';
import { watching } from '../../../utils/i18n/locales/en/watching.ts';

export const words = { ...common, ...popup, ...watching };
