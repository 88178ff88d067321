import { useCallback, useMemo, useState } from 'preact/hooks';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import type { Id } from '../../../utils/domain/record.ts';

export interface Selection {
  ids: ReadonlySet<Id>;
  /** the chosen rows in the order of the notebook, also those that the filter hides */
  rows: readonly CreatorRow[];
  toggle: (id: Id) => void;
  /** adds the rows from the last toggled one to this one, as they stand on the screen */
  extend: (shown: readonly CreatorRow[], to: Id) => void;
  /** chooses all of these, or lets go of them where all are chosen */
  toggleAll: (shown: readonly CreatorRow[]) => void;
  addAll: (shown: readonly CreatorRow[]) => void;
  clear: () => void;
}

const none: ReadonlySet<Id> = new Set();

/** Which creators are chosen. Somebody who is gone from the notebook is no longer chosen. */
export function useSelection(rows: readonly CreatorRow[]): Selection {
  const [{ ids }, setState] = useState<{ ids: ReadonlySet<Id>; anchor: Id | null }>({
    ids: none,
    anchor: null,
  });
  const chosen = useMemo(() => (ids.size ? rows.filter(({ id }) => ids.has(id)) : []), [rows, ids]);
  const alive = useMemo(
    () => (chosen.length === ids.size ? ids : new Set(chosen.map(({ id }) => id))),
    [chosen, ids],
  );

  const toggle = useCallback(
    (id: Id) =>
      setState((before) => {
        const next = new Set(before.ids);
        if (!next.delete(id)) next.add(id);
        return { ids: next, anchor: id };
      }),
    [],
  );
  const extend = useCallback(
    (shown: readonly CreatorRow[], to: Id) =>
      setState((before) => {
        const end = shown.findIndex(({ id }) => id === to);
        const start = shown.findIndex(({ id }) => id === before.anchor);
        const from = start < 0 ? end : start;
        const range = shown.slice(Math.min(from, end), Math.max(from, end) + 1);
        return {
          ids: new Set([...before.ids, ...range.map(({ id }) => id)]),
          anchor: start < 0 ? to : before.anchor,
        };
      }),
    [],
  );
  const addAll = useCallback(
    (shown: readonly CreatorRow[]) =>
      setState((before) => ({ ...before, ids: new Set([...before.ids, ...shown.map(({ id }) => id)]) })),
    [],
  );
  const toggleAll = useCallback(
    (shown: readonly CreatorRow[]) =>
      setState((before) => {
        const next = new Set(before.ids);
        const all = shown.length > 0 && shown.every(({ id }) => next.has(id));
        for (const { id } of shown) {
          if (all) next.delete(id);
          else next.add(id);
        }
        return { ...before, ids: next };
      }),
    [],
  );
  const clear = useCallback(() => setState({ ids: none, anchor: null }), []);
  return { ids: alive, rows: chosen, toggle, extend, toggleAll, addAll, clear };
}
