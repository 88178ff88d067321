import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Day } from '../../../utils/domain/record.ts';
import { keptPlace } from '../../ui/use-kept-place.ts';
import { stepOf } from '../creators/grid-keys.ts';
import { useWindow } from '../creators/use-window.ts';
import type { TemplateRow as Row } from './list-rows.ts';
import { rowId, TemplateRow } from './template-row.tsx';
import { useT } from './words.tsx';

const useKeptPlace = keptPlace();

/**
 * The table. Only the rows near the window are in the document; the table holds the keyboard's focus and names the active row, so that
 * the focus is never lost when rows come and go.
 */
export function TemplateGrid({
  rows,
  today,
  question,
  gridRef,
}: {
  /** filtered and ordered */
  rows: readonly Row[];
  today: Day;
  /** filter and order in one text: another question is answered from the top */
  question: string;
  gridRef: RefObject<HTMLDivElement | null>;
}) {
  const t = useT();
  const probe = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const { start, end, rowHeight, perPage, reveal } = useWindow(gridRef, probe, head, rows.length);
  const [active, setActive] = useKeptPlace(gridRef, question);
  const [now] = useState(() => Date.now());
  const activeIndex = active === null ? -1 : rows.findIndex(({ template }) => template.id === active);

  const go = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActive(row.template.id);
    reveal(index);
  };
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event.key, { at: activeIndex, count: rows.length, perPage, first: start });
    if (step !== null && !event.altKey) {
      event.preventDefault();
      go(step);
    } else if (event.key === 'Enter' && active !== null && activeIndex >= 0)
      location.hash = `#/template/${active}`;
  };
  const point = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-template]')?.dataset.template;
    if (!id) return;
    setActive(id);
    // the whole row opens, as long as nothing in it was selected
    if (!target.closest('a') && document.getSelection()?.isCollapsed !== false)
      location.hash = `#/template/${id}`;
  };

  const drawn = rows.slice(start, end).map((row, i) => ({ row, index: start + i }));
  const kept = rows[activeIndex];
  if (kept && (activeIndex < start || activeIndex >= end)) drawn.push({ row: kept, index: activeIndex });

  return (
    <div class="templates-frame">
      <div class="templates-probe" ref={probe} aria-hidden="true" />
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out rows that are not in sight */}
      <div
        ref={gridRef}
        class="templates-grid"
        role="grid"
        tabIndex={0}
        aria-label={t('nav_templates')}
        aria-rowcount={rows.length + 1}
        aria-colcount={4}
        aria-activedescendant={activeIndex >= 0 && active !== null ? rowId(active) : undefined}
        onKeyDown={press}
        onFocus={(event) => {
          if (event.target === event.currentTarget && activeIndex < 0 && rows.length)
            setActive(rows[Math.min(rows.length - 1, start === 0 ? 0 : start + 8)]?.template.id ?? null);
        }}
        onClick={point}
      >
        {/* biome-ignore-start lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore-start lint/a11y/useFocusableInteractive: the grid holds the focus */}
        <div role="rowgroup" class="templates-head-group" ref={head}>
          <div role="row" aria-rowindex={1} class="templates-row templates-head">
            <div role="columnheader" class="templates-cell templates-at-title">
              {t('templates_column_title')}
            </div>
            <div role="columnheader" class="templates-cell templates-at-place">
              {t('templates_column_place')}
            </div>
            <div role="columnheader" class="templates-cell templates-at-languages">
              {t('templates_column_languages')}
            </div>
            <div role="columnheader" class="templates-cell templates-at-used">
              {t('templates_column_used')}
            </div>
          </div>
        </div>
        <div role="rowgroup" class="templates-rows" style={{ height: `${rows.length * rowHeight}px` }}>
          {drawn.map(({ row, index }) => (
            <TemplateRow
              key={row.template.id}
              row={row}
              index={index}
              top={index * rowHeight}
              active={row.template.id === active}
              today={today}
              now={now}
            />
          ))}
        </div>
        {/* biome-ignore-end lint/a11y/useFocusableInteractive: as above */}
        {/* biome-ignore-end lint/a11y/useSemanticElements: as above */}
      </div>
    </div>
  );
}
