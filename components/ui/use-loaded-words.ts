import { useLayoutEffect, useState } from 'preact/hooks';
import type { Language } from '../../utils/domain/vocabulary.ts';

/**
 * The words of one language, loaded when they are needed; null until the first have come. Changing the language keeps the old words
 * on the screen until the new ones are there.
 * @param first words that were loaded before, always the same
 */
export function useLoadedWords<W>(
  load: (language: Language) => Promise<W>,
  language: Language,
  first: { language: Language; words: W } | null = null,
): { language: Language; words: W } | null {
  const [loaded, setLoaded] = useState(first);
  // before the first picture: what is there already stands in it
  useLayoutEffect(() => {
    if (first?.language === language) return setLoaded(first);
    let wanted = true;
    void load(language).then((words) => {
      if (wanted) setLoaded({ language, words });
    });
    return () => {
      wanted = false;
    };
  }, [load, language, first]);
  return loaded;
}
