import type { WordKey } from '../../utils/i18n/translate.ts';
import { useWords } from '../ui/words.ts';
import type { PopupEnglish } from './load-words.ts';

export type PopupKey = WordKey<PopupEnglish>;

/** `t` with the popup's words. */
export const useT = () => useWords<PopupKey>();
