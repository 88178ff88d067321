import { useId } from 'preact/hooks';
import { type CaseClocks, caseClocks } from '../../utils/domain/case-clocks.ts';
import { holderOf } from '../../utils/domain/case-order.ts';
import type { CaseRow as Row } from '../../utils/domain/case-row.ts';
import { formatTime } from '../../utils/i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { Drawing, Icon } from '../ui/icon.tsx';
import { CaseDetails } from './case-details.tsx';
import { type CaseMode, type DoKey, firstStepOf } from './case-modes.ts';
import type { CaseActions } from './use-case-actions.ts';
import { clockWords, dueWords } from './wait-words.ts';
import { useT } from './words.tsx';

/** A clock's face, on the grid of ui/icon.tsx. */
const clockFace = 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.6V8l2.4 1.6';

/** Only these lead anywhere: an address read from a page can be anything. */
const isWeb = (address: string) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/** The page of a comment in a new tab, which does not learn where it was followed. */
export function OpenLink({ url, title }: { url: string; title: string }) {
  const t = useT();
  if (!isWeb(url)) return null;
  return (
    <a
      class="button quiet"
      data-open
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-label={t('queue_open_named', { title })}
    >
      <Icon name="open" />
      <span>{t('queue_open')}</span>
    </a>
  );
}

/** When it is due: in words, with a drawing, and in colour last. */
function Due({ one, clocks }: { one: Row; clocks: CaseClocks }) {
  const t = useT();
  const due = dueWords(t, clocks);
  if (!due) return null;
  return (
    <span class={`queue-due ${due.level}`} title={formatTime(t.locale, one.due)}>
      {due.level === 'overdue' ? <Icon name="warn" /> : <Drawing path={clockFace} />} {due.words}
    </span>
  );
}

/** One case of the queue; opened it shows all that is known of it and all that can be done. */
export function CaseRow({
  one,
  now,
  mode,
  departments,
  actions,
  onKey,
  onMode,
  onReplies,
}: {
  one: Row;
  /** milliseconds since the epoch */
  now: number;
  /** null: closed */
  mode: CaseMode | null;
  departments: readonly string[];
  actions: CaseActions;
  onKey: DoKey;
  onMode: (mode: CaseMode | null) => void;
  /** leads to the saved replies beside the page, where there are some */
  onReplies?: (() => void) | undefined;
}) {
  const t = useT();
  const detailsId = useId();
  const clocks = caseClocks(one, now);
  const holder = holderOf(one);
  const told = clockWords(t, clocks, one.department);
  const step = firstStepOf(one);
  const facts = [
    t(`queue_state_${one.state}`),
    holder ?? t('queue_us'),
    one.platform && t(`platform_${one.platform}`),
    one.author && `@${one.author.handle}`,
    one.nudges > 0 && t('queue_nudged_times', { count: one.nudges }),
    one.reopened > 0 && t('queue_reopened_times', { count: one.reopened }),
  ].filter((fact) => typeof fact === 'string');
  const level = clocks.overdueBy === undefined ? '' : ' overdue';
  return (
    <li class={`queue-row${level}${mode ? ' open' : ''}`} data-case={one.id}>
      <div class="queue-head">
        <button
          type="button"
          class="queue-title"
          aria-expanded={mode !== null}
          aria-controls={mode ? detailsId : undefined}
          onClick={() => onMode(mode ? null : 'details')}
        >
          {one.urgent && (
            <span class="queue-urgent">
              <Icon name="warn" /> {t('queue_urgent')}
            </span>
          )}{' '}
          <strong class="clamp" dir="auto">
            {one.title}
          </strong>
        </button>
        <Due one={one} clocks={clocks} />
      </div>
      <p class="queue-facts">
        {facts.map((fact, at) => (
          <span key={fact}>
            {at > 0 && ' · '}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </p>
      <p class="queue-clocks">
        <span>{told.customer}</span>
        {told.department && (
          <span class={clocks.departmentOverdueBy === undefined ? undefined : 'queue-late'}>
            <bdi>{told.department}</bdi>
          </span>
        )}
      </p>
      {one.quote && (
        <blockquote class={`queue-quote${mode ? '' : ' clamp'}`} dir="auto">
          {one.quote}
        </blockquote>
      )}
      <div class="queue-tools">
        {one.url && <OpenLink url={one.url} title={one.title} />}
        {step && !mode && (
          <Button
            kind="quiet"
            label={t(`queue_do_${step}_named`, { title: one.title })}
            onClick={() => onKey(step, one)}
          >
            {t(`queue_do_${step}`)}
          </Button>
        )}
      </div>
      {mode && (
        <div id={detailsId}>
          <CaseDetails
            row={one}
            now={now}
            mode={mode}
            departments={departments}
            actions={actions}
            onKey={onKey}
            onMode={onMode}
            onReplies={onReplies}
          />
        </div>
      )}
    </li>
  );
}
