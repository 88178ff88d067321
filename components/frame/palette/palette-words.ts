import { common as commonEn } from '../../../utils/i18n/locales/en/common.ts';
import { palette as paletteEn } from '../../../utils/i18n/locales/en/palette.ts';
import { common as commonCn } from '../../../utils/i18n/locales/zh_CN/common.ts';
import { palette as paletteCn } from '../../../utils/i18n/locales/zh_CN/palette.ts';
import { common as commonTw } from '../../../utils/i18n/locales/zh_TW/common.ts';
import { palette as paletteTw } from '../../../utils/i18n/locales/zh_TW/palette.ts';

/** The words of the saved replies in the frame, in every language. */
export const paletteWords = {
  en: { ...commonEn, ...paletteEn },
  zh_CN: { ...commonCn, ...paletteCn },
  zh_TW: { ...commonTw, ...paletteTw },
};
