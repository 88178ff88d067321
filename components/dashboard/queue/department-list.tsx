import { useState } from 'preact/hooks';
import { useQuery } from '../../hooks/use-query.ts';
import { CopyButton } from '../../queue/copy-button.tsx';
import { useT } from '../../queue/words.tsx';
import { copyTable } from '../../ui/copy-table.ts';
import { EmptyState, ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { listHtml, listMarkdown, listPlain, listTabs } from './department-text.ts';

/** Everything that waits by who has it, to be pasted for the weekly meeting: as text, Markdown or a table. */
export function DepartmentList() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details class="panel queue-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2 class="queue-summary">{t('queue_meeting')}</h2>
      </summary>
      {open && (
        <div class="queue-folded">
          <Groups />
        </div>
      )}
    </details>
  );
}

function Groups() {
  const t = useT();
  const list = useQuery('case.by-department', {}, ['cases']);
  const groups = list.value?.groups;
  if (list.code) return <ErrorNote code={list.code} again={list.again} />;
  if (!groups) return <Skeleton lines={4} label={t('loading')} />;
  if (groups.length === 0) return <EmptyState title={t('queue_meeting_none')} />;
  return (
    <>
      <p class="queue-soft">{t('queue_meeting_words')}</p>
      {list.value?.more && <Note kind="warn">{t('queue_meeting_cut')}</Note>}
      <ul class="queue-groups">
        {groups.map(({ owner, rows }) => (
          <li key={owner ?? ''}>
            <bdi>{owner ?? t('queue_us')}</bdi> · {t('queue_cases', { count: rows.length })}
          </li>
        ))}
      </ul>
      <div class="queue-tools">
        <CopyButton
          name={t('queue_meeting')}
          words={t('queue_copy_plain')}
          text={() => listPlain(t, groups, Date.now())}
        />
        <CopyButton
          name={t('queue_meeting')}
          words={t('queue_copy_markdown')}
          text={() => listMarkdown(t, groups, Date.now())}
        />
        <CopyButton
          name={t('queue_meeting')}
          words={t('queue_copy_table')}
          text={() => listTabs(t, groups, Date.now())}
          copy={(plain) => copyTable({ html: listHtml(t, groups, Date.now()), plain })}
        />
      </div>
    </>
  );
}
