import './activity.css';
import { useRef } from 'preact/hooks';
import type { ActivityRow } from '../../../utils/messaging/protocol/creator-list.ts';
import { useUndo } from '../../hooks/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';
import { byDay, clockTime, dayHeading } from './day-words.ts';
import { subjectOf } from './kinds.ts';

/** What was done, newest first, under the headings of its days; what can be taken back has a button for it. */
export function ActivityList({
  rows,
  level,
  about,
}: {
  rows: readonly ActivityRow[];
  /** of the headings of the days: one below the heading around */
  level: 2 | 3;
  /** id of the record on whose page the list stands: its name is not said in every row */
  about?: string | undefined;
}) {
  const t = useT();
  const Heading = level === 2 ? 'h2' : 'h3';
  const now = new Date();
  if (rows.length === 0) return <EmptyState title={t('activity_none')} />;
  return (
    <div class="activity-days">
      {byDay(rows, ({ activity }) => activity.at).map((day) => (
        <section key={day.day} class="activity-day">
          <Heading class="activity-heading">
            {dayHeading(t.locale, new Date(day.rows[0]?.activity.at ?? now), now)}
          </Heading>
          <ul class="rows">
            {day.rows.map((row) => (
              <Row key={row.activity.id} row={row} about={about} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ row, about }: { row: ActivityRow; about: string | undefined }) {
  const t = useT();
  const notify = useNotify();
  const undo = useUndo();
  const item = useRef<HTMLLIElement>(null);
  const { activity, undoable } = row;
  const words = t(`activity_${activity.kind}`);
  const time = clockTime(t.locale, new Date(activity.at));
  const takeBack = async () => {
    const result = await undo.run({ undo: activity.operationId });
    if (!result.ok) return;
    notify({ text: t('activity_taken_back', { what: words }) });
    // its button goes away, the focus stays here
    item.current?.focus();
  };
  return (
    <li ref={item} tabIndex={-1}>
      <time class="activity-time soft" dateTime={activity.at}>
        {time}
      </time>
      <span class="row-words">
        {words}
        <Subject row={row} about={about} />
      </span>
      {undoable && (
        <Button
          kind="quiet"
          pending={undo.pending}
          label={t('activity_undo_named', { what: words, time })}
          onClick={() => void takeBack()}
        >
          {t('undo')}
        </Button>
      )}
      {undo.failed && <ErrorNote code={undo.failed} />}
    </li>
  );
}

/** Whom or what it was about. The log knows people by id alone: of a removed one nothing is left but that there was one. */
function Subject({ row: { activity, subject }, about }: { row: ActivityRow; about: string | undefined }) {
  const t = useT();
  if (!activity.subjectId || activity.subjectId === about) return null;
  if (!subject) {
    const was = subjectOf[activity.kind];
    if (was === 'none') return null;
    return <span class="soft"> · {t(`activity_gone_${was}`)}</span>;
  }
  const name = <bdi>{subject.name}</bdi>;
  const place = {
    creator: `#/creator/${subject.id}`,
    competitor: `#/watch/${subject.id}`,
    brand: '#/settings',
    // it has no page of its own
    tag: undefined,
  }[subject.kind];
  return (
    <>
      {' · '}
      {place ? <a href={place}>{name}</a> : name}
    </>
  );
}
