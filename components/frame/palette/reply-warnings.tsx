import type { PaletteKey } from '../../../utils/i18n/locales/en/palette.ts';
import { Note } from '../../ui/note.tsx';
import { useWords } from '../../ui/words.ts';
import { languageName } from './language-name.ts';
import type { Prepared } from './prepare-reply.ts';
import { useVariableName } from './variable-names.tsx';

/** What is missing, and what would read like a machine's. Only what is missing stops the insert. */
export function ReplyWarnings({ prepared, refused }: { prepared: Prepared; refused: boolean }) {
  const t = useWords<PaletteKey>();
  const nameOf = useVariableName();
  const { filled, fits, variant, repeats, usedHere, pace } = prepared;
  const unresolved = filled.state === 'unresolved' ? filled.unresolved : [];
  const namesOf = (asked: boolean) => [
    ...new Set(
      unresolved
        .filter(({ kind, name }) => kind === 'variable' && prepared.missing.includes(name) === asked)
        .map(({ name }) => nameOf(name)),
    ),
  ];
  const listed = new Intl.ListFormat(t.locale);
  const hopeless = namesOf(false);
  const open = namesOf(true);
  return (
    <>
      {hopeless.length > 0 && (
        <Note kind={refused ? 'bad' : 'warn'}>
          {t('palette_unresolved', { names: listed.format(hopeless) })}
        </Note>
      )}
      {open.length > 0 && (
        <Note kind={refused ? 'bad' : 'warn'}>{t('palette_unknown', { names: listed.format(open) })}</Note>
      )}
      {refused && unresolved.length > 0 && hopeless.length + open.length === 0 && (
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
