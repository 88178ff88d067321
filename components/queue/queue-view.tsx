import './queue.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useQueue } from '../hooks/use-queue.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, ErrorNote, Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { CaseList } from './case-list.tsx';
import { departmentsOf, withKnown } from './departments.ts';
import { asked, everything, FilterBar, type QueueFilter } from './filter-bar.tsx';
import { KeysHelp } from './keys-help.tsx';
import { NewCase } from './new-case.tsx';
import { UnansweredList } from './unanswered-list.tsx';
import { useCaseActions } from './use-case-actions.ts';
import { useMinute } from './use-minute.ts';
import { useT } from './words.tsx';

/** Everything that waits, by deadline, and what was seen without an answer: the same beside the page and in the full tab. */
export function QueueView({
  first,
  onReplies,
}: {
  /** id of the case that is open at first */
  first?: string | undefined;
  onReplies?: (() => void) | undefined;
}) {
  const t = useT();
  const [filter, setFilter] = useState<QueueFilter>(everything);
  const [help, setHelp] = useState(false);
  const [adding, setAdding] = useState(false);
  const settings = useQuery('settings.get', {}, ['settings']);
  const queue = useQueue(asked(filter));
  const actions = useCaseActions();
  const now = useMinute(queue.rows);
  const { rows, counts } = queue;
  const departments = withKnown(
    departmentsOf(t, settings.value ?? defaultSettings),
    (counts?.byOwner ?? []).map(({ owner }) => owner),
  );
  const top = useRef<HTMLDivElement>(null);
  const had = useRef(false);
  const count = rows?.length ?? 0;
  useEffect(() => {
    // the last row went, and the focus with it
    if (had.current && count === 0 && document.activeElement === document.body) top.current?.focus();
    had.current = count > 0;
  }, [count]);
  const narrowed = JSON.stringify(filter) !== JSON.stringify(everything);

  return (
    <div class="queue" ref={top} tabIndex={-1}>
      <div class="queue-top">
        <Button icon="add" onClick={() => setAdding(true)}>
          {t('queue_new')}
        </Button>
        <Button kind="quiet" expanded={help} onClick={() => setHelp(!help)}>
          {t('queue_keys')}
        </Button>
      </div>
      {help && <KeysHelp onClose={() => setHelp(false)} />}
      <FilterBar filter={filter} counts={counts} onChange={setFilter} />
      {queue.failed && <ErrorNote code={queue.failed} again={queue.again} />}
      {actions.failed && <ErrorNote code={actions.failed} />}
      {actions.notCopied !== null && (
        <Note kind="bad" action={<Button onClick={actions.closeNotCopied}>{t('close')}</Button>}>
          {t('queue_not_copied')}
          <p class="queue-whole">{actions.notCopied}</p>
        </Note>
      )}
      {!rows && !queue.failed && <Skeleton lines={8} label={t('loading')} />}
      {rows?.length === 0 && !queue.more && (
        <EmptyState title={t(narrowed ? 'queue_none_fits' : 'queue_empty')}>
          {narrowed ? (
            <Button onClick={() => setFilter(everything)}>{t('queue_show_everything')}</Button>
          ) : (
            t('queue_empty_next')
          )}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <CaseList
          rows={rows}
          now={now}
          label={t('queue_list')}
          first={first}
          departments={departments}
          actions={actions}
          onHelp={() => setHelp(!help)}
          onReplies={onReplies}
        />
      )}
      {queue.more && (
        <div>
          <Button pending={queue.pending} onClick={queue.showMore}>
            {t('queue_more')}
          </Button>
        </div>
      )}
      <UnansweredList now={now} />
      {adding && <NewCase departments={departments} onClose={() => setAdding(false)} />}
    </div>
  );
}
