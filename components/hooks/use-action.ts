import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../../utils/domain/record.ts';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import { write } from '../../utils/messaging/client.ts';
import type { Input, Output, WritingMessage } from '../../utils/messaging/protocol.ts';

export interface Action<T extends WritingMessage> {
  /** Writes; the answer comes after the background's transaction. Pass `operationId` when it shall be undone later. */
  run: (input: Omit<Input<T>, 'operationId'>, operationId?: Id) => Promise<Result<Output<T>>>;
  pending: boolean;
  /** why the last run failed; null while none has, or another is under way */
  failed: ErrorCode | null;
  /** the last run was acknowledged */
  done: boolean;
  /** forgets `failed` and `done` */
  clear: () => void;
}

type Phase = { pending: boolean; failed: ErrorCode | null; done: boolean };
const idle: Phase = { pending: false, failed: null, done: false };

/** One kind of write with its visible state. Several runs may overlap: pending until the last one is answered. */
export function useAction<T extends WritingMessage>(type: T): Action<T> {
  const [phase, setPhase] = useState(idle);
  const open = useRef(0);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const run = useCallback(
    async (input: Omit<Input<T>, 'operationId'>, operationId?: Id) => {
      open.current += 1;
      setPhase({ pending: true, failed: null, done: false });
      const result = await write(type, input, operationId);
      open.current -= 1;
      if (!gone.current) {
        setPhase((before) => {
          // a failure among overlapping runs stays visible, whichever answer comes last
          const failed = result.ok ? before.failed : result.code;
          return { pending: open.current > 0, failed, done: failed === null && open.current === 0 };
        });
      }
      return result;
    },
    [type],
  );
  const clear = useCallback(() => setPhase(idle), []);
  return { run, ...phase, clear };
}
