import type { Settings } from '../../../utils/domain/settings.ts';
import { CheckField } from '../../ui/field.tsx';
import { useSettingsDraft } from '../alerts-draft.ts';
import { SavedPanel } from '../saved-panel.tsx';
import { useT } from './words.tsx';

/** Whether words are marked in the page's text, and what a site can see of it. */
export function MarksPanel({ settings }: { settings: Settings }) {
  const t = useT();
  const { draft, set, save } = useSettingsDraft(settings);
  return (
    <SavedPanel id="keywords-marks" title={t('keywords_marks')} save={save}>
      <CheckField
        label={t('keywords_marks_on')}
        hint={t('keywords_marks_hint')}
        checked={draft.markKeywords}
        onChange={(markKeywords) => set({ markKeywords })}
      />
    </SavedPanel>
  );
}
