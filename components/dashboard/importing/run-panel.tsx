import { useState } from 'preact/hooks';
import type { ImportState } from '../../hooks/use-import.ts';
import { useUndo } from '../../hooks/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { CappedList } from '../../ui/capped-list.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useT } from '../words.ts';

/** The words that depend on what is imported, and where it can be seen afterwards. */
export interface RunWords {
  finished: string;
  another: string;
  list: { href: string; label: string };
}

/** The import while it runs, and what came of it. */
export function RunPanel({
  run,
  words,
  firstLine,
  onAgain,
}: {
  run: ImportState & { stop: () => void; resume: () => void };
  words: RunWords;
  firstLine: number;
  onAgain: () => void;
}) {
  const t = useT();
  const undo = useUndo();
  const [takenBack, setTakenBack] = useState<{ kept: number } | null>(null);
  const { phase, batchId, done, total, created, updated, skipped } = run;
  const busy = phase === 'running' || phase === 'stopping';
  const over = phase === 'done' || phase === 'stopped';
  const takeBack = async () => {
    if (batchId === null) return;
    const result = await undo.run({ undo: batchId });
    if (result.ok) setTakenBack(result.value);
  };
  return (
    <>
      <div class="importing-progress">
        <progress max={Math.max(total, 1)} value={done} aria-label={t('importing_progress')} />
        <span class="importing-number">{t('importing_done_of', { done, total })}</span>
      </div>
      {busy && (
        <div class="form-end">
          <Button pending={phase === 'stopping'} onClick={run.stop}>
            {t('importing_stop')}
          </Button>
          <span class="soft">{t('importing_stay')}</span>
        </div>
      )}
      {phase === 'failed' && run.code && (
        <>
          <ErrorNote code={run.code} />
          <p>{t('importing_failed', { done, total })}</p>
          <div class="form-end">
            <Button kind="primary" onClick={run.resume}>
              {t('importing_go_on')}
            </Button>
            <Button
              onClick={() => {
                run.stop();
                run.resume();
              }}
            >
              {t('importing_stop_here')}
            </Button>
          </div>
        </>
      )}
      {over && !takenBack && (
        <Note kind={phase === 'done' ? 'good' : 'info'}>
          <p class="strong">{phase === 'done' ? words.finished : t('importing_stopped', { done, total })}</p>
          <p>{t('importing_result', { created, updated, skipped: skipped.length })}</p>
        </Note>
      )}
      {takenBack && (
        <Note kind="good">
          {takenBack.kept > 0 ? t('importing_taken_kept', { count: takenBack.kept }) : t('importing_taken')}
        </Note>
      )}
      {undo.failed && <ErrorNote code={undo.failed} />}
      {skipped.length > 0 && !takenBack && (
        <details class="more">
          <summary>{t('importing_skipped', { count: skipped.length })}</summary>
          <CappedList
            items={skipped}
            row={({ line, reason }) => (
              <li key={line}>{t(`importing_skipped_${reason}`, { number: line + firstLine - 1 })}</li>
            )}
            moreLabel={(count) => t('importing_more', { count })}
          />
        </details>
      )}
      {over && (
        <div class="form-end">
          <a class="button primary" href={words.list.href}>
            {words.list.label}
          </a>
          <Button onClick={onAgain}>{words.another}</Button>
          {!takenBack && batchId !== null && created + updated > 0 && (
            <Button kind="danger" pending={undo.pending} onClick={() => void takeBack()}>
              {t('importing_take_back')}
            </Button>
          )}
          {undo.left !== null && <span class="soft">{t('importing_left', { count: undo.left })}</span>}
        </div>
      )}
    </>
  );
}
