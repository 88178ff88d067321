import { alerts } from '../../../utils/i18n/locales/zh_TW/alerts.ts';
import { watch } from '../../../utils/i18n/locales/zh_TW/watch.ts';

export const words = { ...watch, ...alerts };
