import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CommonKey } from '../../utils/i18n/locales/en/common.ts';
import type { Translate } from '../../utils/i18n/translate.ts';

/** The same in every language. */
export const productName = 'Deckhand';

const WordsContext = createContext<Translate | null>(null);

/** Gives a surface's `t` to everything below it: `<WordsProvider value={t}>`. */
export const WordsProvider = WordsContext.Provider as unknown as (props: {
  value: Translate<never>;
  children: preact.ComponentChildren;
}) => preact.JSX.Element;

/**
 * The `t` of the surface around. Parts that every surface uses know the common words only; a surface asks with its own keys:
 * `useWords<PopupKey>()`, where the provider above was given the words of the popup.
 */
export function useWords<K extends string = CommonKey>(): Translate<K> {
  const t = useContext(WordsContext);
  if (!t) throw new Error('no words: put a WordsProvider around the surface');
  return t as Translate<K>;
}
