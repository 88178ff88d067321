import { beside as besideEn } from '../../utils/i18n/locales/en/beside.ts';
import { common as commonEn } from '../../utils/i18n/locales/en/common.ts';
import { beside as besideCn } from '../../utils/i18n/locales/zh_CN/beside.ts';
import { common as commonCn } from '../../utils/i18n/locales/zh_CN/common.ts';
import { beside as besideTw } from '../../utils/i18n/locales/zh_TW/beside.ts';
import { common as commonTw } from '../../utils/i18n/locales/zh_TW/common.ts';

/** The words of the side panel in every language; the saved replies in it bring their own. */
export const panelWords = {
  en: { ...commonEn, ...besideEn },
  zh_CN: { ...commonCn, ...besideCn },
  zh_TW: { ...commonTw, ...besideTw },
};
