import { useT } from '../words.ts';

/** Backup, restore, storage health. */
export function StoragePage() {
  const t = useT();
  return <h1>{t('storage_title')}</h1>;
}
