import { alerts } from '../../../../utils/i18n/locales/zh_CN/alerts.ts';
import { refresh } from '../../../../utils/i18n/locales/zh_CN/refresh.ts';
import { sharing } from '../../../../utils/i18n/locales/zh_CN/sharing.ts';
import { watch } from '../../../../utils/i18n/locales/zh_CN/watch.ts';
import { watching } from '../../../../utils/i18n/locales/zh_CN/watching.ts';

export const words = { ...watching, ...watch, ...sharing, ...alerts, ...refresh };
