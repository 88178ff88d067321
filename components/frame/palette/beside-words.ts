import { beside as besideEn } from '../../../utils/i18n/locales/en/beside.ts';
import { beside as besideCn } from '../../../utils/i18n/locales/zh_CN/beside.ts';
import { beside as besideTw } from '../../../utils/i18n/locales/zh_TW/beside.ts';
import { paletteWords } from './palette-words.ts';

/** The words of the saved replies beside a page, in every language. */
export const besideWords = {
  en: { ...paletteWords.en, ...besideEn },
  zh_CN: { ...paletteWords.zh_CN, ...besideCn },
  zh_TW: { ...paletteWords.zh_TW, ...besideTw },
};
