import { useCallback, useRef, useState } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { InsertAnswer } from '../../utils/domain/palette-sight.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { sendOnce, write } from '../../utils/messaging/client.ts';
import type { Input } from '../../utils/messaging/protocol.ts';
import { usePaletteSurface } from './palette-surface.ts';

/** The use of a template as it is noted; of a text that is none nothing is (null). */
type Use = Omit<Input<'template.used'>, 'operationId'>;

export type InsertOutcome = InsertAnswer | { state: 'failed'; code: ErrorCode };

/**
 * Inserts a reply where the palette was called, and notes its use once it stands there. Asked for once and never again by itself: where no answer
 * comes, nobody knows whether it stands there.
 */
export function useInsertReply() {
  const { tab, over } = usePaletteSurface();
  const [pending, setPending] = useState(false);
  const busy = useRef(false);

  const note = useCallback((use: Use | null) => {
    if (use) void write('template.used', use, newId());
  }, []);

  const insert = useCallback(
    async (reply: Input<'palette.insert'>, use: Use | null): Promise<InsertOutcome> => {
      if (busy.current) return { state: 'refused', reason: 'busy' };
      busy.current = true;
      setPending(true);
      const result = await sendOnce('palette.insert', { ...reply, ...tab });
      busy.current = false;
      setPending(false);
      if (!result.ok) return { state: 'failed', code: result.code };
      if (result.value.state === 'inserted') {
        note(use);
        over('inserted');
      }
      return result.value;
    },
    [note, tab, over],
  );
  const close = useCallback((copied: boolean) => over(copied ? 'copied' : 'left'), [over]);
  return { insert, note, close, pending };
}
