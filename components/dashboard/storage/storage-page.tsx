import './storage.css';
import { useQuery } from '../../hooks/use-query.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useT } from '../words.ts';
import { BackupSection } from './backup-section.tsx';
import { DangerSection } from './danger-section.tsx';
import { HealthSection } from './health-section.tsx';
import { RestoreSection } from './restore-section.tsx';

/** Backup, restore, storage health. */
export function StoragePage() {
  const t = useT();
  const health = useQuery('storage.health', {}, ['storage', 'creators', 'watchlist', 'brands', 'recovery']);
  const batches = useQuery('batch.list', {}, ['batches', 'storage']);
  return (
    <>
      <h1>{t('storage_title')}</h1>
      {health.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
      {health.code && <ErrorNote code={health.code} again={health.again} />}
      {health.value && (
        <>
          <BackupSection health={health.value} />
          <RestoreSection empty={health.value.empty} batches={batches.value?.batches ?? []} />
          <HealthSection health={health.value} again={health.again} />
          <DangerSection empty={health.value.empty} />
        </>
      )}
    </>
  );
}
