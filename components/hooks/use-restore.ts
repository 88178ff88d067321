import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Batch } from '../../utils/domain/batch.ts';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import type { BackupFault } from '../../utils/files/backup-file.ts';
import { type CheckedBackup, type Counts, checkBackup } from './check-backup.ts';
import { isBatchOf, putBackup } from './put-backup.ts';

/** `restore`: into an empty or half restored notebook · `merge`: into one that has people in it */
export type RestoreKind = 'restore' | 'merge';

export type RestoreState =
  | { phase: 'idle' }
  /** `reading`: a merge reads the file twice */
  | { phase: 'checking'; done: number; reading: number }
  | { phase: 'refused'; fault: BackupFault }
  /** `unfinished`: the batch that an interrupted restore of this very file left open */
  | { phase: 'checked'; kind: RestoreKind; backup: CheckedBackup; unfinished: Batch | undefined }
  | { phase: 'putting'; kind: RestoreKind; done: number; total: number }
  | { phase: 'done' | 'stopped'; kind: RestoreKind; counts: Counts; batchId: string }
  | { phase: 'failed'; code: ErrorCode };

export interface Restore {
  state: RestoreState;
  /**
   * Reads the file and says what it would do. Changes nothing.
   * @param kind what to do with a backup that is not the one of `unfinished`
   * @param unfinished a restore that was interrupted: the same backup goes on with it
   */
  check: (file: File, kind: RestoreKind, unfinished?: Batch) => Promise<void>;
  /** Puts the checked file in. @param before what has to be done first, such as beginning an empty notebook */
  put: (before?: () => Promise<Result<unknown>>) => Promise<void>;
  cancel: () => void;
  clear: () => void;
}

/** A restore with its visible state, from the choice of the file to the last record. */
export function useRestore(): Restore {
  const [state, setState] = useState<RestoreState>({ phase: 'idle' });
  const stop = useRef<AbortController | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      stop.current?.abort();
    };
  }, []);
  const show = useCallback((next: RestoreState) => {
    if (!gone.current) setState(next);
  }, []);
  const begin = () => {
    stop.current?.abort();
    stop.current = new AbortController();
    return stop.current.signal;
  };

  const check = useCallback(
    async (file: File, kind: RestoreKind, unfinished?: Batch) => {
      const signal = begin();
      const look = (into: RestoreKind) =>
        checkBackup(file, into === 'restore' ? 'empty' : 'merge', signal, (done, reading) => {
          if (!signal.aborted) show({ phase: 'checking', done, reading });
        });
      show({ phase: 'checking', done: 0, reading: 0 });
      let now: RestoreKind = unfinished ? 'restore' : kind;
      let checked = await look(now);
      const goesOn = unfinished && 'backup' in checked && isBatchOf(unfinished, checked.backup);
      if ('backup' in checked && !goesOn && now !== kind) {
        now = kind;
        checked = await look(now);
      }
      if (signal.aborted) return;
      if ('failed' in checked) show({ phase: 'failed', code: checked.failed.code });
      else if ('fault' in checked) show({ phase: 'refused', fault: checked.fault });
      else
        show({
          phase: 'checked',
          kind: now,
          backup: checked.backup,
          unfinished: goesOn ? unfinished : undefined,
        });
    },
    [show],
  );

  const put = useCallback(
    async (before?: () => Promise<Result<unknown>>) => {
      if (state.phase !== 'checked') return;
      const { kind, backup, unfinished } = state;
      const signal = begin();
      const total = backup.header.records;
      show({ phase: 'putting', kind, done: 0, total });
      const ready = await before?.();
      if (ready && !ready.ok) return show({ phase: 'failed', code: ready.code });
      const done = await putBackup(backup, kind, unfinished, signal, (count) =>
        show({ phase: 'putting', kind, done: count, total }),
      );
      if (!done.ok) return show({ phase: 'failed', code: done.code });
      const { counts, batchId, stopped } = done.value;
      show({ phase: stopped ? 'stopped' : 'done', kind, counts, batchId });
    },
    [state, show],
  );

  const cancel = useCallback(() => {
    stop.current?.abort();
    // while records are put in, the step that is under way comes to its end first
    setState((now) => (now.phase === 'checking' ? { phase: 'idle' } : now));
  }, []);
  const clear = useCallback(() => setState({ phase: 'idle' }), []);
  return { state, check, put, cancel, clear };
}
