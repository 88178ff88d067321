import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { CreatorRow, CreatorSort } from '../../../utils/domain/creator-list.ts';
import type { Day, Id } from '../../../utils/domain/record.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { keptPlace } from '../../ui/use-kept-place.ts';
import { useT } from '../words.ts';
import { columns } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { stepOf } from './grid-keys.ts';
import { GridRow, rowId } from './grid-row.tsx';
import type { Selection } from './use-selection.ts';
import { useWindow } from './use-window.ts';

const useKeptPlace = keptPlace();

/**
 * The table. Only the rows near the window are in the document; the table itself holds the keyboard's focus and names the active row,
 * so that the focus is never lost when rows come and go.
 */
export function CreatorGrid({
  rows,
  sort,
  selection,
  tags,
  today,
  question,
  gridRef,
  onSort,
}: {
  /** filtered and ordered */
  rows: readonly CreatorRow[];
  sort: CreatorSort;
  selection: Selection;
  tags: ReadonlyMap<Id, Tag>;
  today: Day;
  /** what was asked for, filter and order in one text: another question is answered from the top */
  question: string;
  gridRef: RefObject<HTMLDivElement | null>;
  onSort: (sort: CreatorSort) => void;
}) {
  const t = useT();
  const probe = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const { start, end, rowHeight, perPage, reveal } = useWindow(gridRef, probe, head, rows.length);
  const [active, setActive] = useKeptPlace(gridRef, question);
  const activeIndex = active === null ? -1 : rows.findIndex(({ id }) => id === active);

  const go = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActive(row.id);
    reveal(index);
  };
  const open = (id: Id) => {
    location.hash = `#/creator/${id}`;
  };

  const press = (event: KeyboardEvent) => {
    // links and tick boxes inside a row have keys of their own
    const own = event.target === event.currentTarget;
    const step = stepOf(event.key, { at: activeIndex, count: rows.length, perPage, first: start });
    if (step !== null && !event.altKey) {
      event.preventDefault();
      if (!own) gridRef.current?.focus({ preventScroll: true });
      const from = rows[activeIndex];
      const to = rows[step];
      if (event.shiftKey && to) {
        if (from && selection.ids.size === 0) selection.toggle(from.id);
        selection.extend(rows, to.id);
      }
      go(step);
    } else if (event.key === 'Escape' && selection.ids.size) {
      event.preventDefault();
      selection.clear();
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      selection.addAll(rows);
    } else if (own && active !== null && activeIndex >= 0) {
      if (event.key === ' ') {
        event.preventDefault();
        selection.toggle(active);
      } else if (event.key === 'Enter') open(active);
    }
  };

  const point = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-creator]')?.dataset.creator;
    if (!id || target.closest('a')) return;
    setActive(id);
    const ticked = target.closest('.creators-tick') !== null;
    if (event.shiftKey) {
      event.preventDefault();
      selection.extend(rows, id);
    } else if (ticked || event.ctrlKey || event.metaKey) selection.toggle(id);
    if (ticked) gridRef.current?.focus({ preventScroll: true });
  };

  const drawn = rows.slice(start, end).map((row, i) => ({ row, index: start + i }));
  const kept = rows[activeIndex];
  // the active row stays in the document: the focus, or a screen reader's place, may be in it
  if (kept && (activeIndex < start || activeIndex >= end)) drawn.push({ row: kept, index: activeIndex });

  return (
    <div class="creators-frame">
      <div class="creators-probe" ref={probe} aria-hidden="true" />
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out rows that are not in sight */}
      <div
        ref={gridRef}
        class="creators-grid"
        role="grid"
        tabIndex={0}
        aria-label={t('creators_title')}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={activeIndex >= 0 && active !== null ? rowId(active) : undefined}
        onKeyDown={press}
        onFocus={(event) => {
          if (event.target === event.currentTarget && activeIndex < 0 && rows.length)
            setActive(rows[Math.min(rows.length - 1, start === 0 ? 0 : start + 8)]?.id ?? null);
        }}
        onClick={point}
        onDblClick={(event) => {
          const target = event.target as HTMLElement;
          const id = target.closest<HTMLElement>('[data-creator]')?.dataset.creator;
          if (id && !target.closest('a, .creators-tick')) open(id);
        }}
      >
        <GridHead headRef={head} rows={rows} sort={sort} selection={selection} onSort={onSort} />
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="rowgroup" class="creators-rows" style={{ height: `${rows.length * rowHeight}px` }}>
          {drawn.map(({ row, index }) => (
            <GridRow
              key={row.id}
              row={row}
              index={index}
              top={index * rowHeight}
              active={row.id === active}
              selected={selection.ids.has(row.id)}
              tags={tags}
              today={today}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
