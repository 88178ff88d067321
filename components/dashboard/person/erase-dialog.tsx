import { useState } from 'preact/hooks';
import type { Creator } from '../../../utils/domain/creator.ts';
import { useAction } from '../../hooks/use-action.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { listAddress } from '../use-route.ts';
import { useT } from '../words.ts';

/** The last question before a person is removed for good: what goes, what stays out of reach, and whether they may come back. */
export function EraseDialog({ creator, onCancel }: { creator: Creator; onCancel: () => void }) {
  const t = useT();
  const notify = useNotify();
  const erase = useAction('person.erase');
  const [suppress, setSuppress] = useState(creator.doNotContact);
  // a step of its own: neither Enter nor a hasty click can do this by accident
  const [sure, setSure] = useState(false);
  const run = async () => {
    const result = await erase.run({ creatorId: creator.id, suppress });
    if (!result.ok) return;
    location.hash = listAddress();
    // without the name: it is nowhere any more
    notify({ text: t(suppress ? 'person_erased_suppressed' : 'person_erased') });
  };
  return (
    <ConfirmDialog
      // isolated: a name can hold signs that turn the words around it
      title={t('person_erase_title', { name: `\u2068${creator.displayName}\u2069` })}
      confirm={t('person_erase_confirm')}
      pending={erase.pending}
      disabled={!sure}
      onConfirm={() => void run()}
      onCancel={onCancel}
    >
      <p class="strong">{t('person_erase_goes')}</p>
      <ul class="bullets">
        <li>{t('person_erase_records')}</li>
        <li>{t('person_erase_watched')}</li>
        <li>{t('person_erase_undo')}</li>
        <li>{t('person_erase_copies')}</li>
        <li>{t('person_erase_disk')}</li>
      </ul>
      <p class="strong">{t('person_erase_stays')}</p>
      <ul class="bullets">
        <li>{t('person_erase_files')}</li>
        <li>{t('person_erase_others')}</li>
        <li>
          {t('person_erase_pictures')}
          <a href="#/watch">{t('person_erase_pictures_link')}</a>
        </li>
        <li>{t('person_erase_site')}</li>
      </ul>
      <p class="soft">{t('person_erase_counts')}</p>
      <div class="form-stack person-erase-choices">
        <CheckField
          label={t('person_suppress')}
          hint={t('person_suppress_hint')}
          checked={suppress}
          onChange={setSuppress}
        />
        <CheckField label={t('person_erase_sure')} checked={sure} onChange={setSure} />
      </div>
      {erase.failed && <ErrorNote code={erase.failed} />}
    </ConfirmDialog>
  );
}
