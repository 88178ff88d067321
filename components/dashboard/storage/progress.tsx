import { Button } from '../../ui/button.tsx';
import { useT } from '../words.ts';

/** How far something is, with its way out. `total` 0: not known yet. */
export function Progress({
  label,
  done,
  total,
  cancel,
}: {
  label: string;
  done: number;
  total: number;
  cancel?: (() => void) | undefined;
}) {
  const t = useT();
  const known = total > 0;
  const words = known
    ? t('storage_progress', { done: Math.min(done, total), total })
    : t('storage_progress_open', { count: done });
  return (
    <div class="storage-progress">
      <p class="storage-progress-words">
        <span role="status">{label}</span>
        <span class="soft storage-figures">{words}</span>
      </p>
      <div class="storage-progress-row">
        <progress aria-label={label} {...(known ? { value: Math.min(done, total), max: total } : {})} />
        {cancel && <Button onClick={cancel}>{t('cancel')}</Button>}
      </div>
    </div>
  );
}
