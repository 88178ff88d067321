import { useT } from '../words.ts';

/** What was done, newest first. */
export function ActivityPage() {
  const t = useT();
  return <h1>{t('activity_title')}</h1>;
}
