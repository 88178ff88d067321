import { useEffect, useState } from 'preact/hooks';
import { ask, onChange } from '../../utils/messaging/client.ts';
import type { Peek } from '../../utils/messaging/protocol/sites.ts';

/**
 * Whom this tab's pointer rests on. At each notice what stood there goes first: the one before must not be read beside the name of the next.
 */
export function usePeek(): Peek | null {
  const [facts, setFacts] = useState<Peek | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let turn = 0;
    const look = async () => {
      const mine = ++turn;
      setFacts(null);
      const answer = await ask('frame.peek', {});
      if (mine === turn && !stop.signal.aborted) setFacts(answer.ok ? answer.value : null);
    };
    void look();
    onChange(['frame'], () => void look(), stop.signal);
    return () => stop.abort();
  }, []);
  return facts;
}
