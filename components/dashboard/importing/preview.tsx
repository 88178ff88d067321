import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useT } from '../words.ts';
import {
  actionOf,
  countStates,
  type Decisions,
  importRowsOf,
  type PreviewRow,
  type RowState,
  rowStates,
} from './decisions.ts';
import { PreviewTable } from './preview-table.tsx';

/** What will be saved, row by row, and what happens with those who are known already. */
export function Preview({
  rows,
  merged,
  firstLine,
  decisions,
  onDecide,
  onImport,
}: {
  rows: readonly PreviewRow[];
  merged: number;
  /** number of the file's row that holds the first row of data */
  firstLine: number;
  decisions: Decisions;
  onDecide: (decisions: Decisions) => void;
  onImport: () => void;
}) {
  const t = useT();
  const [shown, setShown] = useState<RowState | 'noted' | null>(null);
  const counts = useMemo(() => countStates(rows), [rows]);
  const toImport = useMemo(() => importRowsOf(rows, decisions).length, [rows, decisions]);
  const noted = useMemo(() => rows.filter(({ read }) => read.notes.length > 0).length, [rows]);
  const visible = useMemo(
    () =>
      rows.filter(({ state, read }) =>
        shown === 'noted' ? read.notes.length > 0 : shown === null || state === shown,
      ),
    [rows, shown],
  );
  const pill = (value: typeof shown, label: string, count: number) => (
    <button
      key={label}
      type="button"
      class="importing-pill"
      aria-pressed={shown === value}
      onClick={() => setShown(value)}
    >
      {label} <span class="importing-number">{t('importing_number', { number: count })}</span>
    </button>
  );
  return (
    <>
      <fieldset class="importing-pills">
        <legend class="sr-only">{t('importing_show')}</legend>
        {pill(null, t('importing_all'), rows.length)}
        {rowStates
          .filter((state) => counts[state] > 0)
          .map((state) => pill(state, t(`importing_state_${state}`), counts[state]))}
        {noted > 0 && pill('noted', t('importing_noted'), noted)}
      </fieldset>
      {merged > 0 && <p class="soft">{t('importing_merged', { count: merged })}</p>}
      {noted > 0 && <p class="soft">{t('importing_noted_words')}</p>}
      {shown !== null && shown !== 'noted' && shown !== 'new' && (
        <Note>{t(`importing_state_${shown}_words`)}</Note>
      )}
      {counts.known > 0 && (
        <div class="narrow">
          <Select
            label={t('importing_for_known', { count: counts.known })}
            hint={t(`importing_for_known_${decisions.forKnown}`)}
            value={decisions.forKnown}
            options={(['fill', 'overwrite', 'skip'] as const).map((value) => ({
              value,
              label: t(`importing_action_${value}`),
            }))}
            onChange={(forKnown) => onDecide({ ...decisions, forKnown })}
          />
        </div>
      )}
      <PreviewTable
        key={shown ?? 'all'}
        rows={visible}
        firstLine={firstLine}
        actionOf={(row) => actionOf(row, decisions)}
        onAction={(line, action) =>
          onDecide({ ...decisions, byLine: new Map(decisions.byLine).set(line, action) })
        }
      />
      <div class="form-end">
        <Button kind="primary" disabled={toImport === 0} onClick={onImport}>
          {t('importing_start', { count: toImport })}
        </Button>
        <span class="soft">
          {toImport === 0
            ? t('importing_nothing')
            : rows.length > toImport && t('importing_left_out', { count: rows.length - toImport })}
        </span>
      </div>
    </>
  );
}
