import { useMemo, useRef } from 'preact/hooks';
import type { CreatorFilter, CreatorRow, CreatorSort } from '../../../utils/domain/creator-list.ts';
import { sortRows } from '../../../utils/domain/creator-order.ts';
import { type FilterSurroundings, filterRows, isNarrower } from '../../../utils/domain/creator-search.ts';

interface Kept {
  sorted: readonly CreatorRow[];
  filter: CreatorFilter;
  surroundings: FilterSurroundings;
  shown: CreatorRow[];
}

/**
 * The rows that the list shows. Ordered once for each change of the notebook or the order; a search that only grows looks at what it
 * found before.
 */
export function useShownRows(
  rows: readonly CreatorRow[],
  { filter, sort }: { filter: CreatorFilter; sort: CreatorSort },
  surroundings: FilterSurroundings,
  locale: string,
): CreatorRow[] {
  const { by, descending } = sort;
  const sorted = useMemo(() => sortRows(rows, { by, descending }, locale), [rows, by, descending, locale]);
  const kept = useRef<Kept | null>(null);
  return useMemo(() => {
    const before = kept.current;
    const narrower =
      before !== null &&
      before.sorted === sorted &&
      before.surroundings === surroundings &&
      isNarrower(filter, before.filter);
    const shown = filterRows(narrower ? before.shown : sorted, filter, surroundings);
    kept.current = { sorted, filter, surroundings, shown };
    return shown;
  }, [sorted, filter, surroundings]);
}
