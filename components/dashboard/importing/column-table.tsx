import { platformIds } from '../../../utils/domain/platform.ts';
import { asksForOrder, type ColumnMeaning, fields, repeatable } from '../../../utils/files/column-meaning.ts';
import { Select } from '../../ui/select.tsx';
import { useT } from '../words.ts';
import { dataRows, type Source, titlesOf } from './use-source.ts';

/** Cells shown of each column. */
const samples = 3;

/** What each column means, with its first cells beside it. */
export function ColumnTable({
  source,
  onChange,
}: {
  source: Source;
  onChange: (columns: ColumnMeaning[]) => void;
}) {
  const t = useT();
  const { columns } = source;
  const titles = titlesOf(source);
  const rows = dataRows(source);
  const set = (at: number, meaning: ColumnMeaning) =>
    onChange(
      columns.map((column, place) => {
        if (place === at) return meaning;
        // of most fields a row has one: the column that had it before is left out
        const taken = column.field === meaning.field && !repeatable.includes(meaning.field);
        return taken ? { field: 'ignore' } : column;
      }),
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
            const name = titles[at]?.trim() || t('importing_column_number', { number: at + 1 });
            return (
              <tr key={at}>
                <th scope="row">
                  <bdi>{cut(name)}</bdi>
                </th>
                <td>
                  <ul class="importing-samples">
                    {samplesOf(rows, at).map((cell, place) => (
                      <li key={place}>
                        <bdi>{cut(cell)}</bdi>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  <div class="importing-meaning">
                    <Select
                      label={t('importing_meaning_of', { name: cut(name) })}
                      hideLabel
                      value={column.field}
                      options={fields.map((value) => ({ value, label: t(`importing_field_${value}`) }))}
                      onChange={(field) => set(at, { field })}
                    />
                    {column.field === 'handle' && (
                      <Select
                        label={t('importing_platform_of', { name: cut(name) })}
                        hideLabel
                        value={column.platform ?? ''}
                        options={[
                          { value: '', label: t('importing_platform_from_row') },
                          ...platformIds.map((value) => ({ value, label: t(`platform_${value}`) })),
                        ]}
                        onChange={(platform) =>
                          set(at, { ...column, platform: platform === '' ? undefined : platform })
                        }
                      />
                    )}
                    {(column.field === 'lastContact' || column.field === 'due') && asksForOrder(rows, at) && (
                      <Select
                        label={t('importing_order')}
                        hint={column.order ? undefined : t('importing_order_hint')}
                        value={column.order ?? ''}
                        options={[
                          { value: '', label: t('importing_order_unknown') },
                          { value: 'dmy', label: t('importing_order_dmy') },
                          { value: 'mdy', label: t('importing_order_mdy') },
                        ]}
                        onChange={(order) => set(at, { ...column, order: order === '' ? null : order })}
                      />
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function samplesOf(rows: readonly string[][], column: number): string[] {
  const found: string[] = [];
  for (const row of rows) {
    const cell = row[column]?.trim();
    if (cell) found.push(cell);
    if (found.length >= samples) break;
  }
  return found;
}
