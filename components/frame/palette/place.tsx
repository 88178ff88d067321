import type { PalettePerson, PaletteSight } from '../../../utils/domain/palette-sight.ts';
import { type ErrorCode, errorCodes } from '../../../utils/domain/result.ts';
import type { PaletteKey } from '../../../utils/i18n/locales/en/palette.ts';
import { usePaletteSurface } from '../../hooks/palette-surface.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useWords } from '../../ui/words.ts';
import { languageName } from './language-name.ts';
import type { HandedOut } from './use-hand-out.ts';

/** Longer comments are cut here; the whole one stands on the page beside the palette. */
const longest = 160;
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Whom and what the reply answers. Everything of the page is only text. */
export function Answering({
  sight,
  person,
  language,
}: {
  sight: PaletteSight;
  person: PalettePerson | null;
  language: string | null;
}) {
  const t = useWords<PaletteKey>();
  const name = sight.author?.displayName ?? person?.displayName ?? sight.author?.handle;
  const title =
    name === undefined
      ? t('palette_title')
      : t(sight.mode === 'message' ? 'palette_for' : 'palette_answering', { name });
  return (
    <div class="answering">
      <h1>
        <bdi>{title}</bdi>
        {language !== null && sight.text && (
          <span class="language" lang={t.locale}>
            {languageName(t.locale, language)}
          </span>
        )}
      </h1>
      {sight.text && (
        <p class="soft answered-text" lang={language ?? undefined} dir="auto">
          {cut(sight.text)}
        </p>
      )}
    </div>
  );
}

/** What stands in the way, or should be known, before a reply is chosen. */
export function Place({ sight, person }: { sight: PaletteSight; person: PalettePerson | null }) {
  const t = useWords<PaletteKey>();
  const { reachable } = usePaletteSurface();
  return (
    <>
      {person?.doNotContact && <Note kind="bad">{t('palette_stop')}</Note>}
      {sight.editor === 'none' && reachable && <Note>{t('palette_no_editor')}</Note>}
      {sight.editor !== 'none' && sight.editor !== 'ready' && (
        <Note kind="warn">{t(`palette_editor_${sight.editor}`)}</Note>
      )}
    </>
  );
}

/** A failure's code as it came over the wire. */
const toErrorCode = (code: string): ErrorCode => errorCodes.find((known) => known === code) ?? 'internal';

/** What came of it where the palette is still there. */
export function Outcome({ outcome }: { outcome: HandedOut | null }) {
  const t = useWords<PaletteKey>();
  if (outcome === null) return null;
  if (outcome.state === 'by-hand')
    return (
      <Note kind="bad">
        {t('palette_by_hand')}
        <textarea class="input" readOnly rows={4} aria-label={t('palette_reply')} value={outcome.text} />
      </Note>
    );
  // nobody knows whether it stands there
  if (outcome.reason === 'unreachable' || outcome.reason === 'vanished')
    return <Note kind="bad">{t('palette_unsure')}</Note>;
  if (outcome.state === 'failed') return <ErrorNote code={toErrorCode(outcome.reason)} />;
  return <Note kind="bad">{t(outcome.state === 'gone' ? 'palette_gone' : 'palette_busy')}</Note>;
}
