import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';

type Step = Output<'storage.check'>;

export type StorageCheckState =
  | { phase: 'idle' }
  | { phase: 'running'; checked: number }
  /** `faults`: how many of each reason */
  | { phase: 'done'; checked: number; faults: Record<string, number> }
  | { phase: 'failed'; code: ErrorCode };

/** The look at every record, step by step, with its visible state. Leaving the page ends it. */
export function useStorageCheck(): { state: StorageCheckState; run: () => Promise<void> } {
  const [state, setState] = useState<StorageCheckState>({ phase: 'idle' });
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const run = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    let checked = 0;
    const faults: Record<string, number> = {};
    setState({ phase: 'running', checked });
    for (let after: Step['next'] = null; ; ) {
      const step: Awaited<ReturnType<typeof ask<'storage.check'>>> = await ask('storage.check', { after });
      if (mine !== turn.current) return;
      if (!step.ok) return setState({ phase: 'failed', code: step.code });
      checked += step.value.checked;
      for (const { reason } of step.value.faults) faults[reason] = (faults[reason] ?? 0) + 1;
      after = step.value.next;
      if (!after) break;
      setState({ phase: 'running', checked });
    }
    setState({ phase: 'done', checked, faults });
  }, []);
  return { state, run };
}
