import { useEffect, useRef } from 'preact/hooks';
import { caseClocks } from '../../utils/domain/case-clocks.ts';
import type { CaseRow as Row } from '../../utils/domain/case-row.ts';
import { formatTime } from '../../utils/i18n/format.ts';
import type { CaseView } from '../../utils/messaging/protocol/cases.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { CaseLog } from './case-log.tsx';
import { type CaseDeed, type CaseMode, canDo, caseDeeds, type DoKey, mainDeedOf } from './case-modes.ts';
import { CaseTexts } from './case-texts.tsx';
import { EditForm } from './edit-form.tsx';
import { PassOnForm } from './pass-on-form.tsx';
import { ReceivedForm } from './received-form.tsx';
import { SuggestedReplies } from './suggested-replies.tsx';
import type { CaseActions } from './use-case-actions.ts';
import { spanWords } from './wait-words.ts';
import { useT } from './words.tsx';

const deeds = Object.keys(caseDeeds) as CaseDeed[];

/** All that is known of a case and all that can be done with it. */
export function CaseDetails({
  row,
  now,
  mode,
  departments,
  actions,
  onKey,
  onMode,
  onReplies,
}: {
  row: Row;
  /** milliseconds since the epoch */
  now: number;
  mode: CaseMode;
  departments: readonly string[];
  actions: CaseActions;
  onKey: DoKey;
  onMode: (mode: CaseMode | null) => void;
  onReplies?: (() => void) | undefined;
}) {
  const t = useT();
  const view = useQuery('case.get', { caseId: row.id }, ['cases']);
  const form = useRef<HTMLDivElement>(null);
  const isForm = mode !== 'details';
  useEffect(() => {
    if (isForm) form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, [mode, isForm]);
  const back = () => onMode('details');
  const offered = deeds.filter((deed) => canDo(deed, row));
  return (
    <div class="queue-details">
      <div class="queue-deeds">
        {offered.map((deed) => (
          <Button
            key={deed}
            kind={deed === mainDeedOf(row) && !isForm ? 'primary' : 'plain'}
            pressed={deed === mode ? true : undefined}
            label={t(`queue_do_${deed}_named`, { title: row.title })}
            onClick={() => onKey(deed, row)}
          >
            {t(`queue_do_${deed}`)}
          </Button>
        ))}
        {(row.state === 'replied' || row.state === 'closed') && (
          <Button onClick={() => void actions.move(row, { to: 'to-answer' })}>{t('queue_reopen')}</Button>
        )}
        {actions.canUndo && (
          <Button kind="quiet" onClick={() => void actions.undo()}>
            {t('undo')}
          </Button>
        )}
      </div>
      <div ref={form}>
        {mode === 'reply' && (
          <SuggestedReplies row={row} tagName={view.value?.tagName} onReplies={onReplies} />
        )}
        {mode === 'pass-on' && (
          <PassOnForm row={row} departments={departments} actions={actions} onDone={back} />
        )}
        {mode === 'received' && <ReceivedForm row={row} actions={actions} onDone={back} />}
        {mode === 'edit' && <EditForm row={row} departments={departments} actions={actions} onDone={back} />}
      </div>
      {view.state === 'loading' && <Skeleton lines={3} label={t('loading')} />}
      {view.code && <ErrorNote code={view.code} again={view.again} />}
      {view.value && <Known view={view.value} now={now} />}
      {mode === 'details' && <CaseTexts row={row} />}
      {view.value && <CaseLog log={view.value.case.log} />}
    </div>
  );
}

/** What does not stand in the row: the department's answer, working time, where it came from, what else this person asked. */
function Known({ view, now }: { view: CaseView; now: number }) {
  const t = useT();
  const settings = useQuery('settings.get', {}, ['settings']);
  const one = view.case;
  const { customer, department } = caseClocks(one, now, settings.value?.workHours);
  const working = (wait: { working?: number } | undefined) =>
    wait?.working === undefined ? undefined : spanWords(t.locale, wait.working);
  const whole = one.quote !== undefined && one.quote.length > 500;
  const facts: [string, string | undefined][] = [
    [t('queue_fact_since'), formatTime(t.locale, one.waitsSince)],
    [t('queue_fact_due'), `${formatTime(t.locale, one.due)} · ${t(`queue_clock_${one.clock}`)}`],
    [t('queue_fact_working'), working(customer)],
    [t('queue_fact_department_working'), working(department)],
    [t('queue_fact_department_due'), one.departmentDue && formatTime(t.locale, one.departmentDue)],
    [
      t('queue_fact_source'),
      one.source === 'metric'
        ? t('queue_source_metric')
        : (view.tagName ?? view.keywordGroupName ?? view.competitorName),
    ],
  ];
  return (
    <>
      {one.answer && (
        <Note kind="good">
          <strong>{t('queue_answer')}</strong>
          <p class="queue-whole" dir="auto">
            {one.answer}
          </p>
        </Note>
      )}
      {whole && (
        <details class="more">
          <summary>{t('queue_whole_quote')}</summary>
          <p class="queue-whole" dir="auto">
            {one.quote}
          </p>
        </details>
      )}
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {view.others.length > 0 && (
        <details class="more">
          <summary>{t('queue_others', { count: view.others.length })}</summary>
          <ul class="queue-others">
            {view.others.map((other) => (
              <li key={other.id}>
                <bdi>{other.title}</bdi>{' '}
                <span class="queue-soft">
                  {t(`queue_state_${other.state}`)} · {formatTime(t.locale, other.waitsSince)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
