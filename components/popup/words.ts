import { type CommonKey, common as en } from '../../utils/i18n/locales/en/common.ts';
import { popup as enPopup } from '../../utils/i18n/locales/en/popup.ts';
import { common as zhCN } from '../../utils/i18n/locales/zh_CN/common.ts';
import { popup as zhCNPopup } from '../../utils/i18n/locales/zh_CN/popup.ts';
import { common as zhTW } from '../../utils/i18n/locales/zh_TW/common.ts';
import { popup as zhTWPopup } from '../../utils/i18n/locales/zh_TW/popup.ts';
import type { WordKey } from '../../utils/i18n/translate.ts';
import { useWords } from '../ui/words.ts';

/** Everything the popup says. */
export const popupWords = {
  en: { ...en, ...enPopup },
  zh_CN: { ...zhCN, ...zhCNPopup },
  zh_TW: { ...zhTW, ...zhTWPopup },
};
export type PopupKey = CommonKey | WordKey<typeof enPopup>;

/** `t` with the popup's words. */
export const useT = () => useWords<PopupKey>();
