import { CheckField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { useAccess } from './use-access.ts';
import { useT } from './words.ts';

/** The one permission with which the browser gives pictures of a page without a press on the toolbar. */
const allAddresses = '<all_urls>';

/** Pictures on every visit: the box is the browser's permission itself, so that it never says what does not hold. */
export function PictureAccess() {
  const t = useT();
  const { granted, outcome, request, remove } = useAccess();
  return (
    <>
      <CheckField
        label={t('pictures_on_visit')}
        hint={t('pictures_on_visit_hint')}
        checked={granted?.includes(allAddresses) ?? false}
        disabled={granted === null}
        // in the click itself: browsers ask only then
        onChange={(on) => (on ? request([allAddresses]) : remove([allAddresses]))}
      />
      {(outcome === 'denied' || outcome === 'failed') && <Note kind="bad">{t('pictures_unchanged')}</Note>}
    </>
  );
}
