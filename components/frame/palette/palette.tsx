import { useEffect, useMemo } from 'preact/hooks';
import { chooseLanguage, chooseLocale, makeTranslate } from '../../../utils/i18n/translate.ts';
import type { Detected } from '../../../utils/templates/detect-language.ts';
import { usePaletteList } from '../../hooks/use-palette-list.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { useAppearance } from '../../ui/appearance.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { WordsProvider } from '../../ui/words.ts';
import { offeredOf } from './offered.ts';
import { OpenPalette } from './open-palette.tsx';
import { paletteWords } from './palette-words.ts';
import { useEarlyKeys } from './use-early-keys.ts';
import { VariableNames } from './variable-names.tsx';
import { warmUp } from './warm-up.ts';

export interface PaletteProps {
  /** the browser's own language, BCP 47 */
  browserLanguage: string;
  /** the browser's own detector, which works without a network; undefined where it cannot tell */
  detect: (text: string) => Promise<Detected | undefined>;
}

/**
 * The saved replies. Loaded unseen when somebody begins to write on a page, it keeps the list in memory and waits until the page's script says
 * that it was called; each call is drawn anew.
 */
export function Palette({ browserLanguage, detect }: PaletteProps) {
  const settings = useQuery('settings.get', {}, ['settings']);
  const context = useQuery('palette.context', {}, ['palette']);
  const { list, failed, again } = usePaletteList();
  const early = useEarlyKeys();

  const language = chooseLanguage(settings.value?.language ?? 'auto', browserLanguage);
  const market = settings.value?.market ?? 'cross-border';
  const t = useMemo(
    () => makeTranslate(paletteWords, language, market, chooseLocale(language, browserLanguage)),
    [language, market, browserLanguage],
  );
  useAppearance(t.locale, settings.value?.theme ?? 'auto', t('palette_title'));
  const offered = useMemo(() => (list ? offeredOf(list.templates) : null), [list]);

  useEffect(() => {
    if (!list || !offered) return;
    // once while nobody waits: the first call is then as swift as the others
    const timer = setTimeout(() => warmUp(list, offered), 50);
    return () => clearTimeout(timer);
  }, [list, offered]);

  const draw = () => {
    if (list && offered && context.value)
      return (
        <OpenPalette
          key={context.value.sight.opening}
          list={list}
          offered={offered}
          context={context.value}
          detect={detect}
          early={early}
        />
      );
    if (failed && !list) return <ErrorNote code="unreachable" again={again} />;
    if (context.state === 'failed') return <ErrorNote code={context.code} again={context.again} />;
    return <Skeleton lines={6} label={t('loading')} />;
  };
  return (
    <WordsProvider value={t}>
      <VariableNames market={settings.value?.market ?? 'cross-border'}>
        <main class="palette">{draw()}</main>
      </VariableNames>
    </WordsProvider>
  );
}
