import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { addDays } from '../../utils/domain/day.ts';
import type { Checklist as ChecklistValue } from '../../utils/messaging/protocol.ts';
import { useQuery } from '../hooks/use-query.ts';
import { IconButton } from '../ui/button.tsx';
import { lazy } from '../ui/lazy.tsx';
import { EmptyState, ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ChecklistRows } from './checklist-rows.tsx';
import { useT } from './words.ts';

const RoutineEditor = lazy(async () => (await import('./routine-editor.tsx')).RoutineEditor, 6);

/** The day's plan; yesterday's can be read, not changed. */
export function Checklist({
  checklist,
  showCounts,
  children,
}: {
  checklist: ChecklistValue;
  showCounts: boolean;
  /** stands above today's items: what is due */
  children: ComponentChildren;
}) {
  const t = useT();
  const panelId = useId();
  const [shown, setShown] = useState<'today' | 'yesterday'>('today');
  const [editing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const edit = (on: boolean) => {
    setEditing(on);
    // what was pressed is gone: the focus goes on from the heading
    heading.current?.focus();
  };
  const done = checklist.rows.filter((row) => row.done).length;
  return (
    <section aria-labelledby="checklist">
      <div class="section-head">
        <h2 id="checklist" ref={heading} tabIndex={-1}>
          {t('checklist')}
        </h2>
        {showCounts && shown === 'today' && checklist.rows.length > 0 && (
          <span class="soft">{t('done_of', { done, total: checklist.rows.length })}</span>
        )}
        {!editing && <IconButton icon="edit" label={t('edit_routine')} onClick={() => edit(true)} />}
      </div>
      {editing ? (
        <RoutineEditor day={checklist.day} onClose={() => edit(false)} />
      ) : (
        <>
          <Tabs
            label={t('which_day')}
            value={shown}
            panelId={panelId}
            tabs={[
              { value: 'today', label: t('today') },
              { value: 'yesterday', label: t('yesterday') },
            ]}
            onChange={setShown}
          />
          <div id={panelId} role="tabpanel" aria-label={t(shown)}>
            {shown === 'yesterday' && <Yesterday day={addDays(checklist.day, -1)} showCounts={showCounts} />}
            {shown === 'today' && children}
            {shown === 'today' && checklist.rows.length === 0 && (
              <EmptyState title={t('checklist_empty')}>{t('checklist_empty_next')}</EmptyState>
            )}
            {shown === 'today' && (
              <ChecklistRows checklist={checklist} showCounts={showCounts} readOnly={false} />
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Yesterday({ day, showCounts }: { day: string; showCounts: boolean }) {
  const t = useT();
  const before = useQuery('checklist.get', { day }, ['checklist']);
  if (before.state === 'loading') return <Skeleton label={t('loading')} />;
  return (
    <>
      {before.code && <ErrorNote code={before.code} again={before.again} />}
      {before.value?.rows.length === 0 && <EmptyState title={t('yesterday_empty')} />}
      {before.value && <ChecklistRows checklist={before.value} showCounts={showCounts} readOnly />}
    </>
  );
}
