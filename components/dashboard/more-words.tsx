import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Settings } from '../../utils/domain/settings.ts';
import type { Language } from '../../utils/domain/vocabulary.ts';
import { type Translate, translateWith, type WordKey, type Words } from '../../utils/i18n/translate.ts';
import { Skeleton } from '../ui/spinner.tsx';
import { useLoadedWords } from '../ui/use-loaded-words.ts';
import { WordsProvider } from '../ui/words.ts';
import { type DashboardKey, useT } from './words.ts';

/**
 * Makes the component that brings the words of some pages beside the dashboard's: many, and of no use to the creator list, so that the
 * dashboard starts without them.
 * @param languages each language's words as a file of their own
 */
export function moreWords<English extends Record<string, string>>(
  languages: Record<Language, () => Promise<Words<English>>>,
) {
  const load = (language: Language) => languages[language]();
  return function MoreWords({
    market,
    children,
  }: {
    market: Settings['market'];
    children: ComponentChildren;
  }) {
    const around = useT();
    const loaded = useLoadedWords(load, around.language);
    const t = useMemo(() => {
      if (!loaded) return null;
      const own = translateWith<English>(loaded.words, loaded.language, market, around.locale);
      const isOwn = (key: string) =>
        Object.hasOwn(loaded.words, key) || Object.hasOwn(loaded.words, `${key}_other`);
      const both = (key: string, values?: Readonly<Record<string, string | number>>) =>
        isOwn(key) ? own(key as WordKey<English>, values) : around(key as DashboardKey, values);
      return Object.assign(both, { language: around.language, locale: around.locale }) as Translate<
        DashboardKey | WordKey<English>
      >;
    }, [loaded, market, around]);
    if (!t) return <Skeleton lines={6} label={around('loading')} />;
    return <WordsProvider value={t}>{children}</WordsProvider>;
  };
}
