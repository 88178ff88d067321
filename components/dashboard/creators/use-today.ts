import { useEffect, useState } from 'preact/hooks';
import { localDay } from '../../../utils/domain/day.ts';

/** The local day; a tab left open over midnight turns the page. */
export function useToday(): string {
  const [day, setDay] = useState(() => localDay());
  useEffect(() => {
    const look = () => setDay(localDay());
    const timer = setInterval(look, 60_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return day;
}
