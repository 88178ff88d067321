import { alerts } from '../../../utils/i18n/locales/en/alerts.ts';
import { watch } from '../../../utils/i18n/locales/en/watch.ts';

export const words = { ...watch, ...alerts };
