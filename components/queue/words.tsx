import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CommonKey } from '../../utils/i18n/locales/en/common.ts';
import { type Translate, translateWith, type WordKey } from '../../utils/i18n/translate.ts';
import { Skeleton } from '../ui/spinner.tsx';
import { useLoadedWords } from '../ui/use-loaded-words.ts';
import { useWords, WordsProvider } from '../ui/words.ts';
import { loadQueueWords, type QueueEnglish } from './load-words.ts';

type OwnKey = WordKey<QueueEnglish>;
export type QueueKey = OwnKey | CommonKey;
export type QueueTranslate = Translate<QueueKey>;

/** `t` with the queue's words and those of every surface. */
export const useT = () => useWords<QueueKey>();

/** Brings the words of the queue beside those of the surface that it stands in, in one language. */
export function QueueWords({ children }: { children: ComponentChildren }) {
  const around = useWords();
  const loaded = useLoadedWords(loadQueueWords, around.language);
  const t = useMemo(() => {
    if (!loaded) return null;
    // none of these words names a creator, which is what the market decides
    const own = translateWith<QueueEnglish>(loaded.words, loaded.language, 'cross-border', around.locale);
    const isOwn = (key: string): key is OwnKey =>
      Object.hasOwn(loaded.words, key) || Object.hasOwn(loaded.words, `${key}_other`);
    const both = (key: string, values?: Readonly<Record<string, string | number>>) =>
      isOwn(key) ? own(key, values) : around(key as CommonKey, values);
    return Object.assign(both, { language: around.language, locale: around.locale }) as QueueTranslate;
  }, [loaded, around]);
  if (!t) return <Skeleton lines={6} label={around('loading')} />;
  return <WordsProvider value={t}>{children}</WordsProvider>;
}
