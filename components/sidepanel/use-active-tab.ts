import { useEffect, useState } from 'preact/hooks';

/** What the browser tells of its tabs. */
export interface Tabs {
  /** the tab that the person has before them beside the panel; -1: none */
  active: () => Promise<number>;
  /** calls back when another tab is, or it shows another page */
  onMoved: (moved: () => void, signal: AbortSignal) => void;
}

/** The tab beside the panel, and a number that is another one after each move. Null until the browser has told. */
export function useActiveTab({ active, onMoved }: Tabs): { tabId: number; turn: number } | null {
  const [at, setAt] = useState<{ tabId: number; turn: number } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const look = () =>
      void active().then((tabId) => {
        if (!stop.signal.aborted) setAt((before) => ({ tabId, turn: (before?.turn ?? 0) + 1 }));
      });
    onMoved(look, stop.signal);
    look();
    return () => stop.abort();
  }, [active, onMoved]);
  return at;
}
