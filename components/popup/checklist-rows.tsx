import type { ChecklistRow } from '../../utils/domain/routine.ts';
import { dayParts } from '../../utils/domain/vocabulary.ts';
import type { Checklist } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useT } from './words.ts';

/** One day's items by part of the day, each with its tick. */
export function ChecklistRows({
  checklist,
  showCounts,
  readOnly,
}: {
  checklist: Checklist;
  showCounts: boolean;
  readOnly: boolean;
}) {
  const t = useT();
  return (
    <>
      {dayParts.map((part) => {
        const rows = checklist.rows.filter((row) => row.part === part);
        if (rows.length === 0) return null;
        return (
          <div key={part}>
            <h3 class="part">{t(`part_${part}`)}</h3>
            <ul class="list">
              {rows.map((row) => (
                <li key={row.routineId}>
                  {readOnly ? <Kept row={row} /> : <Tick row={row} day={checklist.day} />}
                  <Handled row={row} showCounts={showCounts} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

/** The words of an item: its own, or those of the default routine in the language of the screen. */
export function useItemWords() {
  const t = useT();
  return (row: Pick<ChecklistRow, 'key' | 'text'>) => row.text ?? (row.key ? t(`routine_${row.key}`) : '');
}

function Tick({ row, day }: { row: ChecklistRow; day: string }) {
  const tick = useAction('checklist.tick');
  const words = useItemWords()(row);
  return (
    <>
      <label class={`check${row.done ? ' done' : ''}`}>
        <input
          type="checkbox"
          checked={row.done}
          aria-busy={tick.pending || undefined}
          onClick={(event) => {
            // the tick shows what is stored: it moves when the answer has come
            event.preventDefault();
            if (!tick.pending) void tick.run({ day, routineId: row.routineId, done: !row.done });
          }}
        />
        <span dir="auto">{words}</span>
        {tick.pending && <Spinner />}
      </label>
      {tick.failed && <ErrorNote code={tick.failed} />}
    </>
  );
}

function Kept({ row }: { row: ChecklistRow }) {
  const t = useT();
  const words = useItemWords()(row);
  return (
    <span class={`check kept${row.done ? ' done' : ''}`}>
      <Icon name={row.done ? 'check' : 'close'} />
      <span dir="auto">
        {words} <span class="sr-only">({row.done ? t('yesterday_done') : t('yesterday_open')})</span>
      </span>
    </span>
  );
}

/** Of an item that ticks itself: how far it is, where counts are switched on. */
function Handled({ row, showCounts }: { row: ChecklistRow; showCounts: boolean }) {
  const t = useT();
  if (!row.derived || row.total === undefined) return null;
  if (row.total === 0) {
    const none = row.derived === 'watchlist-looked' ? 'nobody_watched' : 'nothing_due';
    return <p class="soft handled">{t(none)}</p>;
  }
  if (!showCounts) return null;
  return (
    <p class="soft handled" title={t('ticks_itself')}>
      {t('handled_of', { handled: row.handled ?? 0, total: row.total })}
    </p>
  );
}
