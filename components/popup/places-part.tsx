import type { Language } from '../../utils/domain/vocabulary.ts';
import type { places } from '../../utils/i18n/locales/en/places.ts';
import { type Translate, translateWith, type WordKey, type Words } from '../../utils/i18n/translate.ts';
import { loadPopupWords, type PopupEnglish } from './load-words.ts';
import { PlaceList } from './place-list.tsx';
import { WordsRow } from './words-row.tsx';

type English = PopupEnglish & typeof places;
/** `t` for a locale: that of the popup's own has one. */
export type SayPlaces = (locale: string) => Translate<WordKey<English>>;

const languages: Record<Language, () => Promise<Words<typeof places>>> = {
  en: async () => (await import('./words/places-en.ts')).words,
  zh_CN: async () => (await import('./words/places-zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/places-zh_TW.ts')).words,
};

/** What the popup draws saved places and keywords with, in one language. */
export async function loadPlaces(language: Language) {
  // the popup has its own words already: they are not loaded a second time
  const words = { ...(await loadPopupWords(language)), ...(await languages[language]()) };
  const said = new Map<string, ReturnType<SayPlaces>>();
  const say: SayPlaces = (locale) => {
    // no creator is named here, so the market is any
    const t = said.get(locale) ?? translateWith<English>(words, language, 'cross-border', locale);
    said.set(locale, t);
    return t;
  };
  return { say, PlaceList, WordsRow };
}
