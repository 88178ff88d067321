import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../utils/domain/vocabulary.ts';

/**
 * The words of one language, loaded when they are needed; null until the first have come. Changing the language keeps the old words
 * on the screen until the new ones are there.
 */
export function useLoadedWords<W>(
  load: (language: Language) => Promise<W>,
  language: Language,
): { language: Language; words: W } | null {
  const [loaded, setLoaded] = useState<{ language: Language; words: W } | null>(null);
  useEffect(() => {
    let wanted = true;
    void load(language).then((words) => {
      if (wanted) setLoaded({ language, words });
    });
    return () => {
      wanted = false;
    };
  }, [load, language]);
  return loaded;
}
