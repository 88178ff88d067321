import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Output } from '../../utils/messaging/protocol.ts';
import { useAsk } from './use-ask.ts';
import { type Query, useQuery } from './use-query.ts';

/**
 * What a reply would be for in the page of a tab. The page is looked at again when somebody turns to us, for the caret may stand elsewhere by
 * then, and when the notebook changes.
 * @param turn another number has it looked at again
 * @returns `fresh` forgets whom it was for
 */
export function useLook(
  tabId: number,
  turn: number,
): { looked: Query<Output<'palette.look'>>; fresh: () => void } {
  const looked = useQuery('palette.look', { tabId, fresh: false }, ['beside', 'creators', 'templates']);
  const anew = useAsk('palette.look');
  const { again } = looked;
  const seen = useRef(turn);
  useEffect(() => {
    if (seen.current !== turn) again();
    seen.current = turn;
  }, [turn, again]);
  useEffect(() => {
    const stop = new AbortController();
    window.addEventListener('focus', () => again(), { signal: stop.signal });
    document.documentElement.addEventListener('pointerenter', () => again(), { signal: stop.signal });
    return () => stop.abort();
  }, [again]);
  const { run } = anew;
  const fresh = useCallback(() => void run({ tabId, fresh: true }).then(() => again()), [run, tabId, again]);
  return { looked, fresh };
}
