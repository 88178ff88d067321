import { alerts } from '../../../utils/i18n/locales/zh_CN/alerts.ts';
import { watch } from '../../../utils/i18n/locales/zh_CN/watch.ts';

export const words = { ...watch, ...alerts };
