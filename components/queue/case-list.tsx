import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CaseRow as Row } from '../../utils/domain/case-row.ts';
import { type CaseMode, canDo, type DoKey, deedOf } from './case-modes.ts';
import { CaseRow } from './case-row.tsx';
import type { CaseActions } from './use-case-actions.ts';
import { useT } from './words.tsx';

/** In these every key writes. */
const writing = 'input, textarea, select, dialog, [contenteditable]';
const titleOf = (row: Element | null | undefined) => row?.querySelector<HTMLElement>('.queue-title');

/**
 * The rows with their keys. One is open at a time. After a step the focus stays where the person works: on the row, or where it is gone
 * on the one that took its place.
 */
export function CaseList({
  rows,
  now,
  label,
  first,
  departments,
  actions,
  onHelp,
  onReplies,
}: {
  rows: readonly Row[];
  now: number;
  label: string;
  /** id of the row that is open at first */
  first?: string | undefined;
  departments: readonly string[];
  actions: CaseActions;
  onHelp: () => void;
  onReplies?: (() => void) | undefined;
}) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const [opened, setOpened] = useState<{ id: string; mode: CaseMode } | null>(() =>
    first ? { id: first, mode: 'details' } : null,
  );
  /** where the focus was when a row was sent away, and the state in which it arrives: the rows come anew after it */
  const place = useRef<{ id: string; at: number; to: Row['state']; chosen?: string } | null>(null);

  useLayoutEffect(() => {
    const left = place.current;
    const shown = list.current;
    if (!left || !shown) return;
    const row = rows.find(({ id }) => id === left.id);
    if (row && row.state !== left.to) return;
    place.current = null;
    // a row that was answered goes to the end: the next one has its place
    const took = row && rows.indexOf(row) <= left.at ? row : rows[Math.min(left.at, rows.length - 1)];
    // whoever went on to another row meanwhile stays there
    const stays = rows.find(({ id }) => id === left.chosen) ?? took;
    const next = titleOf(stays && shown.querySelector(`[data-case="${stays.id}"]`));
    if (!next || (shown.contains(document.activeElement) && document.activeElement === next)) return;
    const elsewhere = document.activeElement !== document.body && !shown.contains(document.activeElement);
    if (!elsewhere) next.focus();
  }, [rows]);

  const open = (id: string, mode: CaseMode | null) => {
    setOpened(mode ? { id, mode } : null);
    // what had the focus may go with the details or with the form in them
    if (!mode || mode === 'details') titleOf(list.current?.querySelector(`[data-case="${id}"]`))?.focus();
  };

  const act: DoKey = (deed, one) => {
    const opens = deed === 'reply' || deed === 'pass-on' || deed === 'received' || deed === 'edit';
    // a step that is under way is not taken twice; a form may open meanwhile
    if (!canDo(deed, one) || (actions.pending && !opens)) return;
    const { id } = one;
    if (deed === 'nudge') return void actions.nudge(one);
    if (deed === 'hold') return void actions.hold(one);
    if (deed === 'replied' || deed === 'close') {
      const to = deed === 'close' ? 'closed' : 'replied';
      place.current = { id, at: rows.findIndex((row) => row.id === id), to };
      setOpened((now) => (now?.id === id ? null : now));
      return void actions.move(one, { to }).then((done) => {
        if (!done) place.current = null;
      });
    }
    // the press that asks for it is what may open a page
    if (deed === 'reply')
      list.current?.querySelector<HTMLElement>(`[data-case="${id}"] a[data-open]`)?.click();
    setOpened({ id, mode: deed });
  };

  const step = (from: Element | null, by: number) => {
    const all = [...(list.current?.querySelectorAll(':scope > [data-case]') ?? [])];
    const at = from ? all.indexOf(from) : -1;
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    titleOf(next)?.focus();
    const chosen = next?.getAttribute('data-case');
    if (place.current && chosen) place.current = { ...place.current, chosen };
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element;
    const at = target.closest('[data-case]');
    const one = rows.find(({ id }) => id === at?.getAttribute('data-case'));
    if (event.key === 'Escape' && one && opened?.id === one.id) {
      open(one.id, target.closest('form') && opened.mode !== 'details' ? 'details' : null);
      return event.preventDefault();
    }
    if (target.closest(writing)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const deed = deedOf(key);
    if (key === 'ArrowDown' || key === 'j') step(at, 1);
    else if (key === 'ArrowUp' || key === 'k') step(at, -1);
    else if (key === 'u') void actions.undo();
    else if (key === '?') onHelp();
    else if (deed && one) act(deed, one);
    else return;
    event.preventDefault();
  };

  return (
    <ul
      ref={list}
      class="queue-list"
      aria-label={label}
      aria-describedby="queue-keys-hint"
      onKeyDown={pressed}
    >
      {rows.map((one) => (
        <CaseRow
          key={one.id}
          one={one}
          now={now}
          mode={opened?.id === one.id ? opened.mode : null}
          departments={departments}
          actions={actions}
          onKey={act}
          onMode={(mode) => open(one.id, mode)}
          onReplies={onReplies}
        />
      ))}
      <li id="queue-keys-hint" class="sr-only">
        {t('queue_keys_hint')}
      </li>
    </ul>
  );
}
