import { alerts } from '../../../utils/i18n/locales/zh_TW/alerts.ts';
import { watch } from '../../../utils/i18n/locales/zh_TW/watch.ts';
import { watching } from '../../../utils/i18n/locales/zh_TW/watching.ts';

export const words = { ...watching, ...watch, ...alerts };
