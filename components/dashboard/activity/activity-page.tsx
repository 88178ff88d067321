import { useState } from 'preact/hooks';
import type { ActivityKind } from '../../../utils/domain/activity.ts';
import { useActivity } from '../../hooks/use-activity.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useT } from '../words.ts';
import { ActivityList } from './activity-list.tsx';
import { kindsInOrder } from './kinds.ts';

/** What was done, newest first. */
export function ActivityPage() {
  const t = useT();
  const [kind, setKind] = useState<ActivityKind | null>(null);
  const { rows, more, pending, failed, showMore, again } = useActivity(kind);
  return (
    <>
      <h1>{t('activity_title')}</h1>
      <p class="soft">{t('activity_words')}</p>
      <div class="narrow">
        <Select<ActivityKind | 'all'>
          label={t('activity_filter')}
          value={kind ?? 'all'}
          options={[
            { value: 'all', label: t('activity_all') },
            ...kindsInOrder.map((value) => ({ value, label: t(`activity_${value}`) })),
          ]}
          onChange={(chosen) => setKind(chosen === 'all' ? null : chosen)}
        />
      </div>
      {failed && <ErrorNote code={failed} again={again} />}
      {!rows && !failed && <Skeleton lines={8} label={t('loading')} />}
      {rows && <ActivityList rows={rows} level={2} />}
      {rows && more && (
        <div>
          <Button pending={pending} onClick={showMore}>
            {t('activity_more')}
          </Button>
        </div>
      )}
    </>
  );
}
