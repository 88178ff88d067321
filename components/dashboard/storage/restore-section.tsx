import { useEffect } from 'preact/hooks';
import type { Batch } from '../../../utils/domain/batch.ts';
import { useRestore } from '../../hooks/use-restore.ts';
import { useUndo } from '../../hooks/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';
import { FileChoice } from './file-choice.tsx';
import { RestoreProgress } from './restore-state.tsx';

/** A restore or merge that was interrupted: how far it came and what to do. */
function Unfinished({ batch }: { batch: Batch }) {
  const t = useT();
  const undo = useUndo();
  const values = { done: batch.done, total: batch.total };
  if (batch.kind === 'restore') return <Note kind="warn">{t('storage_unfinished_restore', values)}</Note>;
  return (
    <>
      <Note
        kind="warn"
        action={
          <Button pending={undo.pending} onClick={() => void undo.run({ undo: batch.id })}>
            {t('storage_take_back')}
          </Button>
        }
      >
        {t('storage_unfinished_merge', values)}
      </Note>
      {undo.failed && <ErrorNote code={undo.failed} />}
    </>
  );
}

/** A backup file into the notebook: as it is where that is empty, by merge where it is not. */
export function RestoreSection({ empty, batches }: { empty: boolean; batches: readonly Batch[] }) {
  const t = useT();
  const notify = useNotify();
  const restore = useRestore();
  const { state } = restore;
  const busy = state.phase === 'checking' || state.phase === 'putting';
  const unfinished = batches.find(
    ({ kind, state: at }) => at === 'open' && (kind === 'restore' || kind === 'merge'),
  );
  const merged = (state.phase === 'done' || state.phase === 'stopped') && state.kind === 'merge';
  const batchId = merged ? state.batchId : undefined;
  useEffect(() => {
    if (batchId) notify({ text: t('storage_merged_toast'), undo: batchId });
  }, [batchId, notify, t]);
  return (
    <section class="panel prose" aria-labelledby="restore">
      <h2 id="restore">{t('storage_restore_title')}</h2>
      <p>{t(empty ? 'storage_restore_empty' : 'storage_restore_merge')}</p>
      {unfinished && !busy && state.phase !== 'checked' && state.phase !== 'stopped' && (
        <Unfinished batch={unfinished} />
      )}
      {!busy && state.phase !== 'checked' && (
        <FileChoice
          onFile={(file) =>
            void restore.check(
              file,
              empty ? 'restore' : 'merge',
              unfinished?.kind === 'restore' ? unfinished : undefined,
            )
          }
        />
      )}
      <RestoreProgress restore={restore} />
    </section>
  );
}
