import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Input, MessageType, Output } from '../../utils/messaging/protocol.ts';

export interface Asking<T extends MessageType> {
  run: (input: Input<T>) => Promise<Result<Output<T>>>;
  pending: boolean;
  /** why the last question failed; null while none has */
  failed: ErrorCode | null;
}

/** Asks the background once, when somebody wants to know; `useQuery` is for what stands on the screen. */
export function useAsk<T extends MessageType>(type: T): Asking<T> {
  const [phase, setPhase] = useState<{ pending: boolean; failed: ErrorCode | null }>({
    pending: false,
    failed: null,
  });
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const run = useCallback(
    async (input: Input<T>) => {
      setPhase({ pending: true, failed: null });
      const result = await ask(type, input);
      if (!gone.current) setPhase({ pending: false, failed: result.ok ? null : result.code });
      return result;
    },
    [type],
  );
  return { run, ...phase };
}
