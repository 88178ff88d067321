import { common as commonEn } from '../../utils/i18n/locales/en/common.ts';
import { frame as frameEn } from '../../utils/i18n/locales/en/frame.ts';
import { common as commonCn } from '../../utils/i18n/locales/zh_CN/common.ts';
import { frame as frameCn } from '../../utils/i18n/locales/zh_CN/frame.ts';
import { common as commonTw } from '../../utils/i18n/locales/zh_TW/common.ts';
import { frame as frameTw } from '../../utils/i18n/locales/zh_TW/frame.ts';

/** The words of everything in the frame, in every language. */
export const frameWords = {
  en: { ...commonEn, ...frameEn },
  zh_CN: { ...commonCn, ...frameCn },
  zh_TW: { ...commonTw, ...frameTw },
};
