import { useT } from '../words.ts';

/** Everything about one creator. */
export function PersonPage({ id }: { id: string }) {
  const t = useT();
  return (
    <h1>
      {t('person_title')} {id}
    </h1>
  );
}
