import { platformIds } from '../../../utils/domain/platform.ts';
import { asksForOrder, type ColumnMeaning, fields, repeatable } from '../../../utils/files/column-meaning.ts';
import { Select } from '../../ui/select.tsx';
import { useT } from '../words.ts';
import { MeaningsTable } from './meanings-table.tsx';
import { dataRows, type Source, titlesOf } from './use-source.ts';

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
    <MeaningsTable
      columns={columns}
      titles={titlesOf(source)}
      rows={rows}
      samples={3}
      meaning={(column, at, name) => (
        <div class="importing-meaning">
          <Select
            label={t('importing_meaning_of', { name })}
            hideLabel
            value={column.field}
            options={fields.map((value) => ({ value, label: t(`importing_field_${value}`) }))}
            onChange={(field) => set(at, { field })}
          />
          {column.field === 'handle' && (
            <Select
              label={t('importing_platform_of', { name })}
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
      )}
    />
  );
}
