import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { chooseLanguage, chooseLocale, makeTranslate } from '../../../utils/i18n/translate.ts';
import type { Detected } from '../../../utils/templates/detect-language.ts';
import { type BesideProps, type PaletteSurface, PaletteSurfaceContext } from '../../hooks/palette-surface.ts';
import { useLook } from '../../hooks/use-look.ts';
import { usePaletteList } from '../../hooks/use-palette-list.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { WordsProvider } from '../../ui/words.ts';
import { besideWords } from './beside-words.ts';
import { offeredOf } from './offered.ts';
import { OpenPalette } from './open-palette.tsx';
import { VariableNames } from './variable-names.tsx';

/** What pastes on this system. */
const pasteKeys = () => (/mac|iphone|ipad/i.test(navigator.platform) ? '⌘V' : 'Ctrl+V');

/**
 * The saved replies for the page of a tab, shown beside it: the same list, preview and "for whom?" as at the caret. They go into the editor that
 * was used last there; where there is none they are copied.
 */
export function BesidePage({
  tabId,
  turn,
  onLooked,
  onOver,
  browserLanguage,
  detect,
}: BesideProps & {
  /** the browser's own language, BCP 47 */
  browserLanguage: string;
  /** the browser's own detector, which works without a network; undefined where it cannot tell */
  detect: (text: string) => Promise<Detected | undefined>;
}) {
  const settings = useQuery('settings.get', {}, ['settings']);
  const { looked, fresh } = useLook(tabId, turn);
  const { list, failed, again } = usePaletteList();
  const early = useRef<string[]>([]);
  // said until the person has gone on to the next but one thing to answer: the reply that was inserted ends the first
  const [over, setOver] = useState<{ how: 'inserted' | 'copied'; moves: number } | null>(null);

  const language = chooseLanguage(settings.value?.language ?? 'auto', browserLanguage);
  const market = settings.value?.market ?? 'cross-border';
  const t = useMemo(
    () => makeTranslate(besideWords, language, market, chooseLocale(language, browserLanguage)),
    [language, market, browserLanguage],
  );
  const offered = useMemo(() => (list ? offeredOf(list.templates) : null), [list]);

  const here = looked.value;
  const opening = here?.context.sight.opening;
  useEffect(() => {
    if (here) onLooked?.(here);
  }, [here, onLooked]);
  useEffect(() => {
    if (opening !== undefined)
      setOver((before) => (before && before.moves > 0 ? { ...before, moves: before.moves - 1 } : null));
  }, [opening]);
  const { again: lookAgain } = looked;
  const surface = useMemo<PaletteSurface>(
    () => ({
      inPage: false,
      reachable: here?.access !== false,
      tab: { tabId },
      over(how) {
        setOver(how === 'left' ? null : { how, moves: how === 'inserted' ? 1 : 0 });
        if (how === 'inserted') lookAgain();
        onOver?.(how);
      },
    }),
    [tabId, lookAgain, onOver, here?.access],
  );

  const draw = () => {
    if (list && offered && here)
      return (
        <OpenPalette
          key={here.context.sight.opening}
          list={list}
          offered={offered}
          context={here.context}
          detect={detect}
          early={early}
        />
      );
    if (failed && !list) return <ErrorNote code="unreachable" again={again} />;
    if (looked.state === 'failed') return <ErrorNote code={looked.code} again={looked.again} />;
    return <Skeleton lines={6} label={t('loading')} />;
  };
  return (
    <WordsProvider value={t}>
      <VariableNames market={market}>
        <PaletteSurfaceContext.Provider value={surface}>
          <section class="palette beside" aria-label={t('palette_title')}>
            {draw()}
            {over && (
              <Note kind="good">
                {over.how === 'inserted' ? t('beside_inserted') : t('beside_copied', { keys: pasteKeys() })}
              </Note>
            )}
            {here?.context.chosen && (
              <div>
                <Button kind="quiet" icon="again" onClick={fresh}>
                  {t('beside_again')}
                </Button>
              </div>
            )}
          </section>
        </PaletteSurfaceContext.Provider>
      </VariableNames>
    </WordsProvider>
  );
}
