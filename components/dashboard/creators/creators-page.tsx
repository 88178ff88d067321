import type { Route } from '../use-route.ts';
import { useT } from '../words.ts';

/** The creator list. */
export function CreatorsPage({ route }: { route: Route }) {
  const t = useT();
  return <h1 id={route.id}>{t('creators_title')}</h1>;
}
