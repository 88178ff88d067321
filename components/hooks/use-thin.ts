import { useCallback } from 'preact/hooks';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { useAction } from './use-action.ts';

export interface Thin {
  /** Thins step by step. @returns the bytes that came free; null where a step failed, which `failed` explains */
  run: () => Promise<number | null>;
  pending: boolean;
  failed: ErrorCode | null;
}

/** Takes away the layers of old snapshots by the plan. An interrupted one goes on where it stopped when it is asked for again. */
export function useThin(): Thin {
  const { run: step, pending, failed } = useAction('watch.thin');
  const run = useCallback(async () => {
    for (let freed = 0; ; ) {
      const result = await step({});
      if (!result.ok) return null;
      freed += result.value.bytes;
      // a step that found nothing to do is the last one, whatever it says is left
      if (result.value.left === 0 || result.value.thinned === 0) return freed;
    }
  }, [step]);
  return { run, pending, failed };
}
