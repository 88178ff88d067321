import { useState } from 'preact/hooks';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import { type Language, languages } from '../../utils/domain/vocabulary.ts';
import { customerLanguageName } from '../../utils/i18n/hold-texts.ts';
import { Select } from '../ui/select.tsx';
import { canDo } from './case-modes.ts';
import { customerLanguage, holdText, nudgeText } from './case-text.ts';
import { CopyButton } from './copy-button.tsx';
import { useT } from './words.tsx';

/** The texts that go with a case as it stands, to be read before they are copied. */
export function CaseTexts({ row }: { row: CaseRow }) {
  const t = useT();
  const [language, setLanguage] = useState<Language>(() => customerLanguage(row));
  const nudges = canDo('nudge', row);
  if (!nudges && !canDo('hold', row)) return null;
  const hold = holdText(row, language);
  const nudge = nudges ? nudgeText(t, row, Date.now()) : null;
  return (
    <details class="more">
      <summary>{t('queue_texts')}</summary>
      {nudge && (
        <div class="queue-text">
          <p class="queue-strong">{t('queue_do_nudge')}</p>
          <p class="queue-whole">{nudge}</p>
          <CopyButton text={() => nudgeText(t, row, Date.now())} name={t('queue_do_nudge')} />
        </div>
      )}
      <div class="queue-text">
        <p class="queue-strong">{t('queue_do_hold')}</p>
        <Select
          label={t('queue_hold_language')}
          value={language}
          options={languages.map((value) => ({ value, label: customerLanguageName(t.locale, value) }))}
          onChange={setLanguage}
        />
        <p class="queue-whole" lang={language.replace('_', '-')}>
          {hold}
        </p>
        <CopyButton text={() => hold} name={t('queue_do_hold')} />
      </div>
    </details>
  );
}
