import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CreatorRow, CreatorSort, SortKey } from '../../../utils/domain/creator-list.ts';
import { Icon } from '../../ui/icon.tsx';
import { useT } from '../words.ts';
import { columns, startsDescending } from './columns.ts';
import type { Selection } from './use-selection.ts';

/** The row of titles: a press orders by that column, another turns the order round. */
export function GridHead({
  headRef,
  rows,
  sort,
  selection,
  onSort,
}: {
  headRef: RefObject<HTMLDivElement | null>;
  rows: readonly CreatorRow[];
  sort: CreatorSort;
  selection: Selection;
  onSort: (sort: CreatorSort) => void;
}) {
  const t = useT();
  const box = useRef<HTMLInputElement>(null);
  let chosen = 0;
  if (selection.ids.size) for (const { id } of rows) if (selection.ids.has(id)) chosen += 1;
  const all = rows.length > 0 && chosen === rows.length;
  const some = chosen > 0 && !all;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  const press = (by: SortKey) =>
    onSort({ by, descending: sort.by === by ? !sort.descending : startsDescending(by) });

  return (
    // biome-ignore-start lint/a11y/useSemanticElements: rows that are not in sight are left out, which a table element cannot say
    // biome-ignore-start lint/a11y/useFocusableInteractive: the grid holds the focus
    <div role="rowgroup" class="creators-head-group" ref={headRef}>
      <div role="row" class="creators-row creators-head" aria-rowindex={1}>
        <div role="columnheader" class="creators-cell creators-at-check" aria-colindex={1}>
          <input
            ref={box}
            type="checkbox"
            aria-label={t('creators_select_all')}
            checked={all}
            onChange={() => selection.toggleAll(rows)}
          />
        </div>
        {columns.map((column, index) => {
          const by = 'sort' in column ? column.sort : undefined;
          const order = by === sort.by ? (sort.descending ? 'descending' : 'ascending') : undefined;
          return (
            <div
              key={column.key}
              role="columnheader"
              class={`creators-cell creators-at-${column.key}`}
              aria-colindex={index + 2}
              aria-sort={by ? (order ?? 'none') : undefined}
            >
              {by ? (
                <button type="button" class={order ? 'on' : undefined} onClick={() => press(by)}>
                  <span>{t(column.title)}</span>
                  {order && <Icon name={order === 'descending' ? 'down' : 'up'} />}
                </button>
              ) : (
                <span>{t(column.title)}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
}
