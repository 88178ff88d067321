import type { PaletteKey } from '../../../utils/i18n/locales/en/palette.ts';
import { Note } from '../../ui/note.tsx';
import { useWords } from '../../ui/words.ts';
import { languageName } from './language-name.ts';
import type { Prepared } from './prepare-reply.ts';

/** What is missing, and what would read like a machine's. Only what is missing stops the insert. */
export function ReplyWarnings({ prepared, refused }: { prepared: Prepared; refused: boolean }) {
  const t = useWords<PaletteKey>();
  const { filled, fits, variant, repeats, usedHere, pace } = prepared;
  const missing =
    filled.state === 'unresolved'
      ? [...new Set(filled.unresolved.filter(({ kind }) => kind === 'variable').map(({ name }) => name))]
      : [];
  return (
    <>
      {missing.length > 0 && (
        <Note kind={refused ? 'bad' : 'warn'}>{t('palette_unresolved', { names: missing.join(', ') })}</Note>
      )}
      {refused && missing.length === 0 && filled.state === 'unresolved' && (
        <Note kind="bad">{t('palette_fill_in')}</Note>
      )}
      {!fits && (
        <Note>{t('palette_no_variant', { language: languageName(t.locale, variant.language) })}</Note>
      )}
      {usedHere === null && repeats === 'post' && <Note>{t('palette_repeats_post')}</Note>}
      {pace?.kind === 'many' && (
        <Note>{t('palette_pace', { count: pace.replies, minutes: pace.minutes })}</Note>
      )}
      {pace?.kind === 'same' && (
        <Note>{t('palette_pace_same', { count: pace.replies, minutes: pace.minutes })}</Note>
      )}
    </>
  );
}
