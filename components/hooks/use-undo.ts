import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../../utils/domain/record.ts';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import { write } from '../../utils/messaging/client.ts';

export interface Undo {
  /** Takes an operation back, or a whole batch step by step. `kept`: records that stayed, because they were changed since. */
  run: (input: { undo: Id }) => Promise<Result<{ kept: number }>>;
  pending: boolean;
  /** steps of a batch that are still to be taken back; null while none is known */
  left: number | null;
  failed: ErrorCode | null;
  clear: () => void;
}

const idle = { pending: false, left: null, failed: null };

/** Undo with its visible state. An interrupted one goes on where it stopped when it is asked for again. */
export function useUndo(): Undo {
  const [phase, setPhase] = useState<Pick<Undo, 'pending' | 'left' | 'failed'>>(idle);
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const show = useCallback((next: typeof phase) => {
    if (!gone.current) setPhase(next);
  }, []);

  const run = useCallback(
    async ({ undo }: { undo: Id }): Promise<Result<{ kept: number }>> => {
      let kept = 0;
      show({ pending: true, left: null, failed: null });
      for (;;) {
        const step = await write('operation.undo', { undo });
        if (!step.ok) {
          show({ pending: false, left: null, failed: step.code });
          return step;
        }
        kept += step.value.kept;
        if (step.value.left === 0) break;
        show({ pending: true, left: step.value.left, failed: null });
      }
      show(idle);
      return { ok: true, value: { kept } };
    },
    [show],
  );
  const clear = useCallback(() => setPhase(idle), []);
  return { run, ...phase, clear };
}
