import { alerts } from '../../../../utils/i18n/locales/en/alerts.ts';
import { refresh } from '../../../../utils/i18n/locales/en/refresh.ts';
import { sharing } from '../../../../utils/i18n/locales/en/sharing.ts';
import { watch } from '../../../../utils/i18n/locales/en/watch.ts';
import { watching } from '../../../../utils/i18n/locales/en/watching.ts';

export const words = { ...watching, ...watch, ...sharing, ...alerts, ...refresh };
