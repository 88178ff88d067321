import type { ErrorCode } from '../../utils/domain/result.ts';
import { Icon } from './icon.tsx';
import { ErrorNote } from './note.tsx';
import { Spinner } from './spinner.tsx';
import { useWords } from './words.ts';

/** Where a write stands: saving, saved (only after the acknowledgement) or failed. The place is kept, so that nothing jumps. */
export function SavedState({
  pending,
  done,
  failed,
}: {
  pending: boolean;
  done: boolean;
  failed: ErrorCode | null;
}) {
  const t = useWords();
  if (failed) return <ErrorNote code={failed} />;
  return (
    <span class="saved-state" role="status">
      {pending && (
        <>
          <Spinner /> {t('saving')}
        </>
      )}
      {!pending && done && (
        <>
          <Icon name="check" /> {t('saved')}
        </>
      )}
    </span>
  );
}
