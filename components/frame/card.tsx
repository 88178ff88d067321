import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { FrameContext } from '../../utils/domain/frame-context.ts';
import { chooseLanguage, chooseLocale, makeTranslate } from '../../utils/i18n/translate.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useAppearance } from '../ui/appearance.ts';
import { lazy } from '../ui/lazy.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { WordsProvider } from '../ui/words.ts';
import { CollectList } from './collect-list.tsx';
import { CreatorCard } from './creator-card.tsx';
import { frameWords } from './frame-words.ts';
import { HintCard } from './hint-card.tsx';
import { Done, OurAccount, Problem, Surface } from './surfaces.tsx';
import { useEarlyKey } from './tagging/use-early-key.ts';
import { useKeptEdits } from './use-kept-edits.ts';
import { useReallyVisible } from './use-really-visible.ts';
import { useReportedHeight } from './use-reported-height.ts';

/** Loaded when somebody tags: the card of a creator opens without it. */
const TagCard = lazy(async () => (await import('./tagging/tag-card.tsx')).TagCard, 6);

export interface CardProps {
  /** the browser's own language, BCP 47 */
  browserLanguage: string;
  /** asks the page's script to take the frame away */
  onClose: () => void;
  /** says how high the card is, CSS pixels */
  onHeight: (height: number) => void;
}

/** What stands in the frame: whatever the background keeps for this tab. */
export function Card({ browserLanguage, onClose, onHeight }: CardProps) {
  const settings = useQuery('settings.get', {}, ['settings']);
  const query = useQuery('frame.context', {}, ['frame']);
  const [over, setOver] = useState<{ of: string; how: 'undone' | 'claimed' } | null>(null);

  const language = chooseLanguage(settings.value?.language ?? 'auto', browserLanguage);
  const market = settings.value?.market ?? 'cross-border';
  const t = useMemo(
    () => makeTranslate(frameWords, language, market, chooseLocale(language, browserLanguage)),
    [language, market, browserLanguage],
  );
  useAppearance(t.locale, settings.value?.theme ?? 'auto', t('frame_title'));

  const main = useRef<HTMLElement>(null);
  const sight = useRef<HTMLDivElement>(null);
  const { visible, covered } = useReallyVisible(sight);
  const { close, onDirty, onSaved } = useKeptEdits(main, onClose);
  useReportedHeight(main, onHeight);
  const earlyKey = useEarlyKey();

  const surface = (title: string, body: ComponentChildren) => (
    <Surface title={title} onClose={close}>
      {covered && <Note kind="warn">{t('frame_covered')}</Note>}
      {body}
    </Surface>
  );
  const draw = () => {
    if (query.state === 'loading' || settings.state === 'loading')
      return surface(t('frame_title'), <Skeleton lines={4} label={t('loading')} />);
    const context = query.value ?? null;
    // what was just done stays on the screen, also where the background has nothing more to show
    if (over && (context === null || over.of === nameOf(context)))
      return surface(t('frame_title'), <Done how={over.how} />);
    if (query.code) return surface(t('frame_title'), <ErrorNote code={query.code} again={query.again} />);
    if (context === null) return surface(t('frame_title'), <p>{t('frame_empty')}</p>);
    if (context.surface === 'our-account') return surface(t('frame_ours'), <OurAccount context={context} />);
    if (context.surface === 'collect') return surface(t('collect_title'), <CollectList writable={visible} />);
    if (context.surface === 'hint')
      return surface(t('hint_title'), <HintCard context={context} writable={visible} />);
    if (context.surface === 'tag-picker')
      return surface(
        t('frame_tags'),
        <TagCard visible={visible} sight={sight} earlyKey={earlyKey} onClose={onClose} />,
      );
    if (context.surface === 'problem') return surface(t('frame_problem'), <Problem context={context} />);
    return (
      <CreatorCard
        key={nameOf(context)}
        context={context}
        writable={visible}
        onDirty={onDirty}
        onSaved={onSaved}
        onOver={(how) => setOver({ of: nameOf(context), how })}
      >
        {(name, body) => surface(name ?? t('frame_title'), body)}
      </CreatorCard>
    );
  };
  return (
    <WordsProvider value={t}>
      <main ref={main} class="frame-card">
        {draw()}
      </main>
      <div ref={sight} class="sight" aria-hidden="true" />
    </WordsProvider>
  );
}

/** Tells one thing to be shown from the next. */
function nameOf(context: FrameContext): string {
  return context.surface === 'creator-card'
    ? `${context.creatorId} ${context.operationId ?? ''}`
    : context.surface;
}
