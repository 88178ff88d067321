import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Collection } from '../../utils/messaging/changes.ts';
import { onChange } from '../../utils/messaging/client.ts';

/**
 * Has something read at once, again after each committed change of `collections`, and whenever the returned function is called. Only what
 * the latest turn read is handed on: an earlier one that comes late, or after the screen is gone, is dropped.
 * @param asked what is read, as text: another one is another turn
 * @param read its signal aborts once the turn is overtaken: what takes several questions stops asking then
 * @param settle gets what was read, as it stood when the turn began
 */
export function useTurns<T>(
  asked: string,
  collections: readonly Collection[],
  read: (overtaken: AbortSignal) => Promise<T>,
  settle: (found: T) => void,
): () => void {
  const turn = useRef<AbortController | null>(null);
  const latest = useRef({ read, settle });
  latest.current = { read, settle };

  const again = useCallback(() => {
    turn.current?.abort();
    const mine = new AbortController();
    turn.current = mine;
    const { read, settle } = latest.current;
    void read(mine.signal).then((found) => {
      if (!mine.signal.aborted) settle(found);
    });
  }, [asked]);

  const heard = collections.join(' ');
  useEffect(() => {
    const stop = new AbortController();
    again();
    onChange(heard.split(' ').filter(Boolean) as Collection[], again, stop.signal);
    return () => {
      stop.abort();
      turn.current?.abort();
    };
  }, [again, heard]);
  return again;
}
