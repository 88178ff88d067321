import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { write } from '../../utils/messaging/client.ts';
import { makeBackup } from './make-backup.ts';

export type BackupState =
  | { phase: 'idle' | 'done' | 'cancelled' }
  | { phase: 'running'; done: number; total: number }
  /** `busy`: the notebook was changed again and again while it was read */
  | { phase: 'failed'; code: ErrorCode };

export interface Backup {
  state: BackupState;
  /** Makes the file and gives it to `save`. */
  run: (save: (file: Blob) => void) => Promise<void>;
  cancel: () => void;
}

/** Shown at most this often: a page of a thousand records takes a few milliseconds. */
const progressEvery = 100;

/** A backup with its visible state. Leaving the page ends it; nothing of it stays. */
export function useBackup(): Backup {
  const [state, setState] = useState<BackupState>({ phase: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const run = useCallback(async (save: (file: Blob) => void) => {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    setState({ phase: 'running', done: 0, total: 0 });
    let shown = 0;
    const made = await makeBackup(mine.signal, (done, total) => {
      const now = performance.now();
      if (mine.signal.aborted || (now - shown < progressEvery && done > 0)) return;
      shown = now;
      setState({ phase: 'running', done, total });
    });
    if (mine.signal.aborted || !made) return;
    if (!made.ok) return setState({ phase: 'failed', code: made.code });
    save(made.value);
    // that it was made is only a note: the file is there whether or not it is taken down
    await write('backup.done', {});
    if (!mine.signal.aborted) setState({ phase: 'done' });
  }, []);
  const cancel = useCallback(() => {
    stop.current?.abort();
    setState({ phase: 'cancelled' });
  }, []);
  return { state, run, cancel };
}
