import { useT } from '../words.ts';

/** A table comes in: file, columns, preview, import. */
export function ImportingPage() {
  const t = useT();
  return <h1>{t('importing_title')}</h1>;
}
