import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { Language } from '../../../utils/domain/vocabulary.ts';
import type { watch } from '../../../utils/i18n/locales/en/watch.ts';
import type { watching } from '../../../utils/i18n/locales/en/watching.ts';
import { type Translate, translateWith, type WordKey, type Words } from '../../../utils/i18n/translate.ts';
import { Skeleton } from '../../ui/spinner.tsx';
import { useLoadedWords } from '../../ui/use-loaded-words.ts';
import { useWords, WordsProvider } from '../../ui/words.ts';
import { type DashboardKey, useT as useDashboardT } from '../words.ts';

/** English is the type of the words of these pages. */
type English = typeof watching & typeof watch;
/** What a sentence about a change needs. */
export type SentenceKey = WordKey<English>;
export type WatchKey = DashboardKey | SentenceKey;

const languages: Record<Language, () => Promise<Words<English>>> = {
  en: async () => (await import('./words/en.ts')).words,
  zh_CN: async () => (await import('./words/zh_CN.ts')).words,
  zh_TW: async () => (await import('./words/zh_TW.ts')).words,
};
const load = (language: Language) => languages[language]();

/** `t` with the dashboard's words and those of the competitor watch. */
export const useT = () => useWords<WatchKey>();

/** Brings the words of the competitor watch: the creator list starts without them. */
export function WatchWords({
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
      isOwn(key) ? own(key as SentenceKey, values) : around(key as DashboardKey, values);
    return Object.assign(both, { language: around.language, locale: around.locale }) as Translate<WatchKey>;
  }, [loaded, market, around]);
  if (!t) return <Skeleton lines={6} label={around('loading')} />;
  return <WordsProvider value={t}>{children}</WordsProvider>;
}
