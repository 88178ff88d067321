import { localDay } from '../../utils/domain/day.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { Language } from '../../utils/domain/vocabulary.ts';
import { chooseLanguage, type Words } from '../../utils/i18n/translate.ts';
import { askFirst } from '../hooks/first-answers.ts';
import { watchCollections } from '../hooks/watch-collections.ts';
import { loadPopupWords, type PopupEnglish } from './load-words.ts';

/** What moves anything in the one answer that fills the popup. */
export const overviewCollections = [
  'creators',
  'watchlist',
  'checklist',
  'settings',
  'brands',
  'storage',
  'cases',
  'rights',
  'recovery',
] as const;

/** Milliseconds in which a background that is awake answers. One that has to be started first takes longer than anybody looks at nothing. */
const soon = 60;

/** Asks what the popup shows at once, before anything of it is there. @returns when both are answered, or will not be soon */
export async function askFirstQuestions(): Promise<void> {
  const answered = Promise.all([
    askFirst('overview.get', { day: localDay() }, overviewCollections),
    askFirst('watch.digest', {}, watchCollections),
  ]);
  await Promise.race([answered, new Promise((done) => setTimeout(done, soon))]);
}

/** How the popup is drawn until the background has answered. */
export interface FirstLook {
  settings: Pick<Settings, 'language' | 'theme' | 'market'>;
  loaded: { language: Language; words: Words<PopupEnglish> };
}

/** Loads the words of the first picture. @param browserLanguage BCP 47 */
export async function loadFirstLook(
  settings: FirstLook['settings'],
  browserLanguage: string,
): Promise<FirstLook> {
  const language = chooseLanguage(settings.language, browserLanguage);
  return { settings, loaded: { language, words: await loadPopupWords(language) } };
}
