import { useCallback, useEffect, useState } from 'preact/hooks';
import { useSurroundings } from './surroundings.ts';

export interface Access {
  /** null while asking */
  granted: readonly string[] | null;
  outcome: 'granted' | 'denied' | 'failed' | null;
  /** to be called in the click itself */
  request: (origins: string[]) => void;
  remove: (origins: string[]) => void;
}

/** What the browser lets Deckhand reach, and what came of the last wish to change that. */
export function useAccess(): Access {
  const { requestHosts, removeHosts, grantedHosts } = useSurroundings();
  const [granted, setGranted] = useState<readonly string[] | null>(null);
  const [outcome, setOutcome] = useState<Access['outcome']>(null);
  const look = useCallback(async () => setGranted(await grantedHosts()), [grantedHosts]);
  useEffect(() => {
    const again = () => void look();
    again();
    // access can also be changed in the browser's own settings, in another tab
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [look]);

  const change = (asked: Promise<boolean>, whenTrue: 'granted' | null, whenFalse: 'denied' | 'failed') => {
    setOutcome(null);
    asked
      .then(
        (yes) => setOutcome(yes ? whenTrue : whenFalse),
        () => setOutcome('failed'),
      )
      .then(look);
  };
  return {
    granted,
    outcome,
    request: (origins) => change(requestHosts(origins), 'granted', 'denied'),
    remove: (origins) => change(removeHosts(origins), null, 'failed'),
  };
}
