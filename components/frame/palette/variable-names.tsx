import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { Language } from '../../../utils/domain/vocabulary.ts';
import type { variables } from '../../../utils/i18n/locales/en/variables.ts';
import { translateWith, type WordKey, type Words } from '../../../utils/i18n/translate.ts';
import { fieldWords, readPath } from '../../../utils/templates/variable-name.ts';
import { useLoadedWords } from '../../ui/use-loaded-words.ts';
import { useWords } from '../../ui/words.ts';

type English = typeof variables;

const languages: Record<Language, () => Promise<Words<English>>> = {
  en: async () => (await import('../../../utils/i18n/locales/en/variables.ts')).variables,
  zh_CN: async () => (await import('../../../utils/i18n/locales/zh_CN/variables.ts')).variables,
  zh_TW: async () => (await import('../../../utils/i18n/locales/zh_TW/variables.ts')).variables,
};
const load = (language: Language) => languages[language]();

/** Words for a path as far as they are there without any of the menu's. */
const plainName = (path: string): string => {
  const named = readPath(path);
  return named && 'ask' in named ? fieldWords(named.ask) : path;
};

const Names = createContext(plainName);

/** What people read for the path of a variable (`campaign.code` → “Discount code”); one that nobody knows by its path. */
export const useVariableName = (): ((path: string) => string) => useContext(Names);

/** Brings the words of the variables, those of one language only. */
export function VariableNames({
  market,
  children,
}: {
  market: Settings['market'];
  children: ComponentChildren;
}) {
  const t = useWords();
  const loaded = useLoadedWords(load, t.language);
  const nameOf = useMemo(() => {
    if (!loaded) return plainName;
    const word = translateWith<English>(loaded.words, loaded.language, market, t.locale);
    return (path: string) => {
      const named = readPath(path);
      if (!named || 'ask' in named) return plainName(path);
      return word(`template_variable_${named.variable.key}` as WordKey<English>);
    };
  }, [loaded, market, t.locale]);
  return <Names.Provider value={nameOf}>{children}</Names.Provider>;
}
