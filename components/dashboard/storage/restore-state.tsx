import type { Result } from '../../../utils/domain/result.ts';
import type { BackupFault } from '../../../utils/files/backup-file.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import type { Restore } from '../../hooks/use-restore.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useT } from '../words.ts';
import { Progress } from './progress.tsx';

/** Why the file was refused, and that nothing was changed. */
function Refused({ fault }: { fault: BackupFault }) {
  const t = useT();
  return (
    <Note kind="bad">
      <p>
        <strong>{t('storage_refused')}</strong>
      </p>
      <p>
        {t(`storage_fault_${fault.reason}`)}
        {fault.line !== undefined && ` ${t('storage_fault_line', { line: fault.line })}`}
      </p>
    </Note>
  );
}

const parts = ['added', 'newer', 'kept', 'suppressed'] as const;

/** What a merge will do or has done, kind by kind. */
function Counts({ counts }: { counts: Record<(typeof parts)[number], number> }) {
  const t = useT();
  return (
    <dl class="facts">
      {parts.map((part) => (
        <div key={part}>
          <dt>{t(`storage_count_${part}`)}</dt>
          <dd>{formatNumber(t.locale, counts[part])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Checked({
  state,
  restore,
  before,
}: {
  state: Extract<Restore['state'], { phase: 'checked' }>;
  restore: Restore;
  before?: (() => Promise<Result<unknown>>) | undefined;
}) {
  const t = useT();
  const { backup, kind, unfinished } = state;
  const { added, newer } = backup.counts;
  const count = backup.header.records;
  const nothing = kind === 'merge' && added + newer === 0;
  return (
    <section class="storage-preview" aria-label={t('storage_preview')}>
      <p>
        <bdi class="strong">{backup.file.name}</bdi> <span class="soft">{t('storage_whole', { count })}</span>
      </p>
      {kind === 'merge' && <Counts counts={backup.counts} />}
      {kind === 'merge' && <p class="soft">{t(nothing ? 'storage_merge_nothing' : 'storage_merge_words')}</p>}
      {unfinished && <p>{t('storage_goes_on')}</p>}
      <div class="form-end">
        {!nothing && (
          <Button kind="primary" onClick={() => void restore.put(before)}>
            {t(kind === 'merge' ? 'storage_merge' : unfinished ? 'storage_go_on' : 'storage_restore')}
          </Button>
        )}
        <Button onClick={restore.clear}>{t(nothing ? 'close' : 'cancel')}</Button>
      </div>
    </section>
  );
}

/** Where a restore stands, from the chosen file to the last record. */
export function RestoreProgress({
  restore,
  before,
}: {
  restore: Restore;
  /** done before the first record is put in */
  before?: (() => Promise<Result<unknown>>) | undefined;
}) {
  const t = useT();
  const { state } = restore;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'checking':
      return (
        <Progress
          label={t(state.reading === 0 ? 'storage_checking' : 'storage_comparing')}
          done={state.done}
          total={0}
          cancel={restore.cancel}
        />
      );
    case 'refused':
      return <Refused fault={state.fault} />;
    case 'checked':
      return <Checked state={state} restore={restore} before={before} />;
    case 'putting':
      return (
        <Progress
          label={t(state.kind === 'merge' ? 'storage_merging' : 'storage_restoring')}
          done={state.done}
          total={state.total}
          cancel={restore.cancel}
        />
      );
    case 'failed':
      return state.code === 'changed-since' ? (
        <Note kind="bad">{t('storage_file_changed')}</Note>
      ) : (
        <ErrorNote code={state.code} />
      );
    default: {
      const { added, newer, kept, suppressed } = state.counts;
      if (state.phase === 'stopped')
        return (
          <Note kind="warn">
            {t(state.kind === 'merge' ? 'storage_merge_stopped' : 'storage_restore_stopped')}
          </Note>
        );
      return (
        <Note kind="good">
          {state.kind === 'merge' ? (
            <>
              <p>{t('storage_merged')}</p>
              <Counts counts={state.counts} />
            </>
          ) : (
            t('storage_restored', { count: added + newer + kept + suppressed })
          )}
        </Note>
      );
    }
  }
}
