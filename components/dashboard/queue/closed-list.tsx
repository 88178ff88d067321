import { useState } from 'preact/hooks';
import { caseClocks } from '../../../utils/domain/case-clocks.ts';
import type { CaseRow } from '../../../utils/domain/case-row.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import { useClosedCases } from '../../hooks/use-closed-cases.ts';
import { OpenLink } from '../../queue/case-row.tsx';
import { type CaseActions, useCaseActions } from '../../queue/use-case-actions.ts';
import { clockWords } from '../../queue/wait-words.ts';
import { useT } from '../../queue/words.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';

/** What is done, read when somebody wants to see it. */
export function ClosedList() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details class="panel queue-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2 class="queue-summary">{t('queue_closed')}</h2>
      </summary>
      {open && (
        <div class="queue-folded">
          <Closed />
        </div>
      )}
    </details>
  );
}

function Closed() {
  const t = useT();
  const { rows, more, pending, failed, showMore, again } = useClosedCases();
  const actions = useCaseActions();
  return (
    <>
      {failed && <ErrorNote code={failed} again={again} />}
      {actions.failed && <ErrorNote code={actions.failed} />}
      {!rows && !failed && <Skeleton lines={4} label={t('loading')} />}
      {rows?.length === 0 && <EmptyState title={t('queue_closed_none')} />}
      {rows && rows.length > 0 && (
        <ul class="queue-list" aria-label={t('queue_closed')}>
          {rows.map((one) => (
            <ClosedRow key={one.id} one={one} actions={actions} />
          ))}
        </ul>
      )}
      {more && (
        <Button pending={pending} onClick={showMore}>
          {t('queue_more')}
        </Button>
      )}
    </>
  );
}

function ClosedRow({ one, actions }: { one: CaseRow; actions: CaseActions }) {
  const t = useT();
  const told = clockWords(t, caseClocks(one, Date.now()), one.department);
  return (
    <li class="queue-row">
      <p>
        <strong class="clamp" dir="auto">
          {one.title}
        </strong>
      </p>
      <p class="queue-facts">
        {t(one.repliedAt ? 'queue_closed_answered' : 'queue_closed_unanswered')}
        {one.closedAt && ` · ${formatTime(t.locale, one.closedAt)}`} · {told.customer}
        {told.department && (
          <>
            {' · '}
            <bdi>{told.department}</bdi>
          </>
        )}
      </p>
      <div class="queue-tools">
        {one.url && <OpenLink url={one.url} title={one.title} />}
        <Button
          kind="quiet"
          label={t('queue_reopen_named', { title: one.title })}
          onClick={() => void actions.move(one, { to: 'to-answer' })}
        >
          {t('queue_reopen')}
        </Button>
      </div>
    </li>
  );
}
