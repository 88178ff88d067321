import { type ColumnMeaning, columnMeanings } from '../../../../utils/templates/read-rows.ts';
import { Select } from '../../../ui/select.tsx';
import { MeaningsTable } from '../../importing/meanings-table.tsx';
import { useT } from '../words.tsx';
import type { TableReading } from './import-readers.ts';

/** What each column means, with its first cells beside it. */
export function ColumnTable({
  table: { rows, titled, columns },
  onChange,
}: {
  table: TableReading;
  onChange: (columns: ColumnMeaning[]) => void;
}) {
  const t = useT();
  const titles = titled ? (rows[0] ?? []) : [];
  const data = titled ? rows.slice(1) : rows;
  const set = (at: number, meaning: ColumnMeaning) =>
    onChange(
      columns.map((column, place) =>
        // each meaning once: the column that had it before is left out
        place === at ? meaning : column === meaning ? 'skip' : column,
      ),
    );
  return (
    <MeaningsTable
      columns={columns}
      titles={titles}
      rows={data}
      samples={2}
      meaning={(column, at, name) => (
        <Select
          label={t('importing_meaning_of', { name })}
          hideLabel
          value={column}
          options={columnMeanings.map((value) => ({ value, label: t(`templates_column_as_${value}`) }))}
          onChange={(meaning) => set(at, meaning)}
        />
      )}
    />
  );
}
