import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { Language } from '../../../utils/domain/vocabulary.ts';
import type { templates } from '../../../utils/i18n/locales/en/templates.ts';
import type { variables } from '../../../utils/i18n/locales/en/variables.ts';
import { type Translate, translateWith, type WordKey, type Words } from '../../../utils/i18n/translate.ts';
import { Skeleton } from '../../ui/spinner.tsx';
import { useLoadedWords } from '../../ui/use-loaded-words.ts';
import { useWords, WordsProvider } from '../../ui/words.ts';
import { type DashboardKey, useT as useDashboardT } from '../words.ts';

/** English is the type of the words of these pages. */
type English = typeof templates & typeof variables;
export type TemplatesKey = DashboardKey | WordKey<English>;

const languages: Record<Language, () => Promise<Words<English>>> = {
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
};
const load = (language: Language) => languages[language]();

/** `t` with the dashboard's words and those of the saved replies. */
export const useT = () => useWords<TemplatesKey>();

/** Brings the words of the saved replies: many, and of no use to the creator list, so that the dashboard starts without them. */
export function TemplatesWords({
  market,
  children,
}: {
  market: Settings['market'];
  children: ComponentChildren;
}) {
  const around = useDashboardT();
  const loaded = useLoadedWords(load, around.language);
  const t = useMemo(() => {
    if (!loaded) return null;
    const own = translateWith<English>(loaded.words, loaded.language, market, around.locale);
    const isOwn = (key: string) =>
      Object.hasOwn(loaded.words, key) || Object.hasOwn(loaded.words, `${key}_other`);
    const both = (key: string, values?: Readonly<Record<string, string | number>>) =>
      isOwn(key) ? own(key as WordKey<English>, values) : around(key as DashboardKey, values);
    return Object.assign(both, {
      language: around.language,
      locale: around.locale,
    }) as Translate<TemplatesKey>;
  }, [loaded, market, around]);
  if (!t) return <Skeleton lines={6} label={around('loading')} />;
  return <WordsProvider value={t}>{children}</WordsProvider>;
}
