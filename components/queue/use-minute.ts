import { useEffect, useState } from 'preact/hooks';

const minute = 60_000;

/**
 * The time, milliseconds since the epoch, once a minute: one timer for all clocks of a screen, and none while nobody looks at it.
 * @param asOf changes when what is shown does: then it is later as well
 */
export function useMinute(asOf: unknown): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = () => setNow(Date.now());
    look();
    const timer = setInterval(() => {
      if (!document.hidden) look();
    }, minute);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [asOf]);
  return now;
}
