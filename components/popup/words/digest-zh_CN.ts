import { alerts } from '../../../utils/i18n/locales/zh_CN/alerts.ts';
import { watch } from '../../../utils/i18n/locales/zh_CN/watch.ts';
import { watching } from '../../../utils/i18n/locales/zh_CN/watching.ts';

export const words = { ...watching, ...watch, ...alerts };
