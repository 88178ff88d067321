import { useState } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { Routine } from '../../utils/domain/routine.ts';
import { chosenItems } from '../../utils/domain/vocabulary.ts';
import type { Input } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { useNotify } from '../ui/toast.tsx';
import { useItemWords } from './checklist-rows.tsx';
import { type DraftItem, RoutineItem } from './routine-item.tsx';
import { useT } from './words.ts';

/** Asks for the whole routine first: the day's checklist lacks the items of other weekdays, and saving without them removes them. */
export function RoutineEditor({ day, onClose }: { day: string; onClose: () => void }) {
  const t = useT();
  const routine = useQuery('routine.get', {}, []);
  if (routine.state === 'loading') return <Skeleton label={t('loading')} />;
  if (routine.state === 'failed') {
    return (
      <>
        <ErrorNote code={routine.code} again={routine.again} />
        <Button onClick={onClose}>{t('cancel')}</Button>
      </>
    );
  }
  return <RoutineForm day={day} items={routine.value.items} onClose={onClose} />;
}

/** As `routine.save` takes them. */
const most = 100;

function RoutineForm({ day, items, onClose }: { day: string; items: Routine[]; onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const words = useItemWords();
  const save = useAction('routine.save');
  const [checked, setChecked] = useState(false);
  const [drafts, setDrafts] = useState<DraftItem[]>(() =>
    items.map((item) => ({
      key: item.id,
      id: item.id,
      known: item.key,
      shown: words(item),
      text: words(item),
      kept: item.text,
      part: item.part,
      weekdays: item.weekdays,
    })),
  );
  const change = (key: string, next: Partial<DraftItem>) =>
    setDrafts((all) => all.map((item) => (item.key === key ? { ...item, ...next } : item)));
  const step = (index: number, by: -1 | 1) =>
    setDrafts((all) => {
      const next = [...all];
      const [moved] = next.splice(index, 1);
      if (moved) next.splice(index + by, 0, moved);
      return next;
    });
  const isFull = drafts.length >= most;
  const add = (item: Pick<DraftItem, 'shown' | 'text' | 'known' | 'chosen'>) =>
    setDrafts((all) => [...all, { key: newId(), part: 'any', weekdays: [1, 2, 3, 4, 5, 6, 7], ...item }]);
  const wrong = drafts.some((item) => !item.text.trim() || item.weekdays.length === 0);

  const submit = async () => {
    setChecked(true);
    if (wrong) return;
    const operationId = newId();
    const result = await save.run({ day, items: drafts.map(editOf) }, operationId);
    if (!result.ok) return;
    notify({ text: t('routine_saved'), undo: operationId });
    onClose();
  };

  return (
    <form
      class="form-stack routine"
      aria-label={t('routine_title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.pending) void submit();
      }}
    >
      <ol class="list">
        {drafts.map((item, index) => (
          <RoutineItem
            key={item.key}
            item={item}
            checked={checked}
            first={index === 0}
            last={index === drafts.length - 1}
            onChange={(next) => change(item.key, next)}
            onStep={(by) => step(index, by)}
            onRemove={() => setDrafts((all) => all.filter((other) => other.key !== item.key))}
          />
        ))}
      </ol>
      <Button icon="add" disabled={isFull} onClick={() => add({ shown: '', text: '' })}>
        {t('routine_add')}
      </Button>
      {chosenItems
        .filter((key) => !drafts.some(({ known }) => known === key))
        .map((key) => {
          const what = words({ key });
          return (
            <Button
              key={key}
              kind="quiet"
              icon="add"
              disabled={isFull}
              onClick={() => add({ chosen: key, known: key, shown: what, text: what })}
            >
              {t('routine_add_chosen', { what })}
            </Button>
          );
        })}
      {save.failed && <ErrorNote code={save.failed} />}
      <div class="form-end">
        <Button kind="primary" type="submit" pending={save.pending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** An item whose words were not touched keeps what it had: default items stay in the person's language. */
function editOf(item: DraftItem): Input<'routine.save'>['items'][number] {
  const text = item.text === item.shown ? item.kept : item.text.trim();
  return {
    ...(item.id ? { id: item.id } : {}),
    ...(item.chosen ? { key: item.chosen } : {}),
    ...(text === undefined ? {} : { text }),
    part: item.part,
    weekdays: [...item.weekdays].sort(),
  };
}
