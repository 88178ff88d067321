import { useT } from '../words.ts';

/** What Deckhand is, what it stores and what it never does. */
export function AboutPage() {
  const t = useT();
  return <h1>{t('nav_about')}</h1>;
}
