import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { SavedState } from '../ui/saved-state.tsx';

/**
 * A part of the settings in which everything is saved as soon as it is chosen; beside its title stands how far that is.
 * @param id of its heading, for addresses that lead there
 */
export function SavedPanel({
  id,
  title,
  save,
  children,
}: {
  id: string;
  title: string;
  save: { pending: boolean; done: boolean; failed: ErrorCode | null };
  children: ComponentChildren;
}) {
  return (
    <section class="panel" aria-labelledby={id}>
      <div class="panel-head">
        <h2 id={id}>{title}</h2>
        <SavedState {...save} />
      </div>
      {children}
    </section>
  );
}
