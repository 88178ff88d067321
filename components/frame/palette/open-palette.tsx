import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Template } from '../../../utils/domain/template.ts';
import type { PaletteKey } from '../../../utils/i18n/locales/en/palette.ts';
import type { PaletteContext } from '../../../utils/messaging/protocol/palette.ts';
import type { TemplateList } from '../../../utils/messaging/protocol/templates.ts';
import type { Detected } from '../../../utils/templates/detect-language.ts';
import { usePaletteSurface } from '../../hooks/palette-surface.ts';
import { useCurrentBrand } from '../../hooks/use-current-brand.ts';
import { IconButton } from '../../ui/button.tsx';
import { EmptyState, Note } from '../../ui/note.tsx';
import { useWords } from '../../ui/words.ts';
import { useReallyVisible } from '../use-really-visible.ts';
import { BrandChoice } from './brand-choice.tsx';
import { campaignReplies, withCampaigns } from './campaign-replies.ts';
import { ForWhom } from './for-whom.tsx';
import { listFor, type Offered, typedReply } from './offered.ts';
import { Answering, Outcome, Place } from './place.tsx';
import { type Choice, prepareReply, readiness } from './prepare-reply.ts';
import { ReplyList } from './reply-list.tsx';
import { ReplyPreview } from './reply-preview.tsx';
import { useHandOut } from './use-hand-out.ts';
import { useHeldPress } from './use-held-press.ts';
import { useLanguage } from './use-language.ts';

/** What the browser's own frame is around nobody covers. */
const always = { visible: true, covered: false };

const workingLanguages = { en: 'en', zh_CN: 'zh-CN', zh_TW: 'zh-TW' } as const;

/** One call of the palette: whom it is for, the replies, and the one that is about to be inserted. Everything goes by keyboard. */
export function OpenPalette({
  list: stored,
  offered,
  context,
  detect,
  early,
}: {
  list: TemplateList;
  offered: Offered;
  context: PaletteContext;
  detect: (text: string) => Promise<Detected | undefined>;
  /** keys that were pressed before there was a field for them */
  early: RefObject<string[]>;
}) {
  const t = useWords<PaletteKey>();
  const { sight, person, chosen } = context;
  const { list, chooseBrand } = useCurrentBrand(stored);
  const sightRef = useRef<HTMLDivElement>(null);
  const { inPage } = usePaletteSurface();
  const inFrame = useReallyVisible(sightRef);
  const { visible, covered } = inPage ? inFrame : always;
  const whenSeen = useHeldPress(visible, inPage ? sightRef : null);
  const search = useRef<HTMLInputElement>(null);
  const preview = useRef<HTMLElement>(null);

  const typed = typedReply(offered, sight.shortcut);
  const [query, setQuery] = useState(typed ? '' : (sight.shortcut ?? ''));
  const [selected, setSelected] = useState<string | null>(typed?.id ?? null);
  const [choice, setChoice] = useState<Choice>({ answers: {} });
  const [refused, setRefused] = useState(false);
  const [now] = useState(() => new Date());

  const language = useLanguage(sight.text, detect);
  const answers = useMemo(
    () => campaignReplies(list.campaigns ?? [], sight.platform, now),
    [list.campaigns, sight.platform, now],
  );
  const { rows, total, keys } = useMemo(() => {
    const found = withCampaigns(answers, query, listFor(offered, context, language, query));
    // what was typed for stands first, whatever else is there
    if (!typed || query !== '') return found;
    return { ...found, rows: [typed, ...found.rows.filter((row) => row !== typed)] };
  }, [answers, offered, context, language, query, typed]);
  const current = rows.find(({ id }) => id === selected) ?? rows[0];

  const around = {
    list,
    context,
    language,
    workingLanguage: workingLanguages[t.language],
    platformName: (platform: typeof sight.platform) => t(`platform_${platform}`),
    now,
  };
  const prepared = useMemo(
    () => (current ? prepareReply(current, choice, around) : null),
    [current, choice, list, context, language, t],
  );
  const { handOut, close, outcome, pending } = useHandOut(context);
  const asks = sight.mode === 'message' && !chosen;

  // the first replies may come while it is open: the field comes with them
  const none = offered.all.length + answers.length === 0;
  const focusSearch = useCallback(() => search.current?.focus(), []);
  useLayoutEffect(() => {
    focusSearch();
    // beside the page the focus comes back to where it was
    if (!inPage) return;
    window.addEventListener('focus', focusSearch);
    return () => window.removeEventListener('focus', focusSearch);
  }, [focusSearch, asks, none, inPage]);
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) close(false);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [close]);

  const select = (template: Template) => {
    setSelected(template.id);
    setChoice({ answers: choice.answers });
    setRefused(false);
  };
  const use = (template: Template | undefined) => {
    const reply =
      template === current
        ? prepared
        : template
          ? prepareReply(template, { answers: choice.answers }, around)
          : null;
    if (!template || !reply) return;
    if (template !== current) select(template);
    const state = readiness(reply, choice.answers);
    if (state.ready) return whenSeen(() => void handOut(reply, choice.answers));
    setRefused(true);
    // the fields of a reply that was just chosen are drawn first
    if (state.why === 'field')
      setTimeout(
        () =>
          preview.current
            ?.querySelector<HTMLElement>(
              `[data-field="${CSS.escape(state.field)}"] input, [data-field="${CSS.escape(state.field)}"] select`,
            )
            ?.focus(),
        0,
      );
  };

  useLayoutEffect(() => {
    if (asks) return;
    for (const key of early.current?.splice(0) ?? []) {
      const place = Number(key) - 1;
      if (key === 'Enter') use(current);
      else if (/^[1-9]$/.test(key) && place < keys && query === '') use(rows[place]);
      else setQuery((before) => before + key);
    }
  }, [asks]);

  return (
    <>
      <header class="palette-head">
        <Answering sight={sight} person={person} language={language} />
        <BrandChoice list={list} onBrand={chooseBrand} />
        {inPage && <IconButton icon="close" label={t('close')} onClick={() => close(false)} />}
      </header>
      {covered && <Note kind="warn">{t('palette_covered')}</Note>}
      <Place sight={sight} person={person} />
      {asks ? (
        <ForWhom searchRef={search} suggested={person} />
      ) : none ? (
        <EmptyState title={t('palette_none')}>{t('palette_none_words')}</EmptyState>
      ) : (
        <>
          <ReplyList
            searchRef={search}
            rows={rows}
            total={total}
            keys={typed && query === '' ? 0 : keys}
            current={current}
            query={query}
            onQuery={(next) => {
              setQuery(next);
              setSelected(null);
              setRefused(false);
            }}
            onSelect={select}
            onUse={use}
          />
          {prepared && (
            <ReplyPreview
              sectionRef={preview}
              prepared={prepared}
              choice={choice}
              context={context}
              answers={context.answers ?? list.answers}
              refused={refused}
              pending={pending}
              ready={visible}
              onChoice={(next) => {
                setChoice(next);
                setRefused(false);
              }}
              onUse={() => use(current)}
            />
          )}
        </>
      )}
      <Outcome outcome={outcome} />
      <div ref={sightRef} class="sight" aria-hidden="true" />
    </>
  );
}
