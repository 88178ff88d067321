import { type ColumnMeaning, columnMeanings } from '../../../../utils/templates/read-rows.ts';
import { Select } from '../../../ui/select.tsx';
import { useT } from '../words.tsx';
import type { TableReading } from './import-readers.ts';

/** Cells shown of each column, and letters of each. */
const samples = 2;
const letters = 60;
const cut = (text: string) => (text.length > letters ? `${text.slice(0, letters)}…` : text);

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
    <div class="importing-scroll">
      <table class="importing-table importing-columns">
        <thead>
          <tr>
            <th scope="col">{t('importing_column')}</th>
            <th scope="col">{t('importing_samples')}</th>
            <th scope="col">{t('importing_meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => {
            const name = cut(titles[at]?.trim() || t('importing_column_number', { number: at + 1 }));
            const cells = data.flatMap((row) => row[at]?.trim() || []).slice(0, samples);
            return (
              <tr key={at}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>
                  <ul class="importing-samples">
                    {cells.map((cell, place) => (
                      <li key={place}>
                        <bdi>{cut(cell)}</bdi>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  <Select
                    label={t('importing_meaning_of', { name })}
                    hideLabel
                    value={column}
                    options={columnMeanings.map((value) => ({
                      value,
                      label: t(`templates_column_as_${value}`),
                    }))}
                    onChange={(meaning) => set(at, meaning)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
