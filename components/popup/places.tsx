import type { Screen } from '../../utils/domain/screen.ts';
import type { Language } from '../../utils/domain/vocabulary.ts';
import { useLoadedWords } from '../ui/use-loaded-words.ts';
import { useT } from './words.ts';

/** Saved places and keywords with their words are a file of their own: the popup opens without them. */
const load = async (language: Language) => (await import('./places-part.tsx')).loadPlaces(language);

function usePart() {
  return useLoadedWords(load, useT().language)?.words ?? null;
}

/** The saved places, drawn once they are loaded. */
export function SavedPlaces() {
  const part = usePart();
  return part && <part.PlaceList say={part.say} />;
}

/** The keywords that were seen on the page below. */
export function WordsHere({ found }: { found: NonNullable<Screen['keywords']> }) {
  const part = usePart();
  return part && <part.WordsRow say={part.say} found={found} />;
}
