import { useMemo, useState } from 'preact/hooks';
import { formatList, formatNumber } from '../../../../utils/i18n/format.ts';
import type { MergeOutcome, MergePreview, MergeRow } from '../../../../utils/templates/merge-preview.ts';
import { StepTable } from '../../importing/step-table.tsx';
import { languageName } from '../language-name.ts';
import { firstWords } from '../template-row.tsx';
import { useT } from '../words.tsx';

const outcomes: readonly MergeOutcome[] = ['new', 'changed', 'same'];

/** What would come in, what would change, and what is there already. */
export function MergeTable({ preview: { rows, counts } }: { preview: MergePreview }) {
  const t = useT();
  const [only, setOnly] = useState<MergeOutcome | null>(null);
  const visible = useMemo(
    () => rows.filter(({ outcome }) => only === null || outcome === only),
    [rows, only],
  );
  const pill = (value: MergeOutcome | null, label: string, count: number) => (
    <button
      key={label}
      type="button"
      class="importing-pill"
      aria-pressed={only === value}
      onClick={() => setOnly(value)}
    >
      {label} <span class="importing-number">{formatNumber(t.locale, count)}</span>
    </button>
  );
  return (
    <>
      <fieldset class="importing-pills">
        <legend class="sr-only">{t('importing_show')}</legend>
        {pill(null, t('importing_all'), rows.length)}
        {outcomes
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => pill(outcome, t(`templates_outcome_${outcome}`), counts[outcome]))}
      </fieldset>
      <p class="soft">{t('templates_merge_words')}</p>
      <StepTable
        key={only ?? 'all'}
        heads={[
          t('importing_row'),
          t('templates_column_title'),
          t('templates_languages'),
          t('importing_what'),
        ]}
        rows={visible}
        row={(row) => <Row key={row.line} row={row} />}
      />
    </>
  );
}

function Row({ row: { line, outcome, details, fields, shortcutTaken, doubledId } }: { row: MergeRow }) {
  const t = useT();
  const text = details.variants[0]?.wordings[0]?.text ?? '';
  return (
    <tr class={outcome === 'same' ? 'importing-out' : undefined}>
      <th scope="row">{formatNumber(t.locale, line)}</th>
      <td>
        <p>
          <bdi class="strong">{details.title}</bdi>{' '}
          {details.draft && <span class="soft">{t('templates_draft')}</span>}
        </p>
        <p class="soft">
          <bdi>{firstWords(text)}</bdi>
        </p>
      </td>
      <td>
        {formatList(
          t.locale,
          details.variants.map(({ language }) => languageName(language, t.locale)),
        )}
      </td>
      <td>
        <p class={`importing-state ${outcome}`}>{t(`templates_outcome_${outcome}`)}</p>
        {fields.length > 0 && (
          <p class="soft">
            {formatList(
              t.locale,
              fields.map((field) => t(`templates_field_${field}`)),
            )}
          </p>
        )}
        {shortcutTaken !== undefined && (
          <p class="importing-notes">{t('templates_merge_shortcut', { shortcut: shortcutTaken })}</p>
        )}
        {doubledId && <p class="importing-notes">{t('templates_merge_doubled')}</p>}
      </td>
    </tr>
  );
}
