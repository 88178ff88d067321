import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { CreatorChanges, CreatorView } from '../../../utils/domain/creator.ts';
import { localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { CreatorForm } from '../../ui/creator-form.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';

/** The form with room for long notes. What was typed is not lost by going elsewhere: it is saved on leaving, and that can be undone. */
export function PersonForm({ view }: { view: CreatorView }) {
  const t = useT();
  const notify = useNotify();
  const tags = useQuery('tag.suggest', {}, ['creators']);
  const update = useAction('creator.update');
  const { id: creatorId, displayName: name } = view.creator;

  const save = async (changes: CreatorChanges) => {
    const operationId = newId();
    const result = await update.run({ creatorId, changes }, operationId);
    if (result.ok) notify({ text: t('person_saved', { name }), undo: operationId });
    return result;
  };
  const leave = async (changes: CreatorChanges) => {
    const result = await save(changes);
    // whoever was just removed has nothing to save any more
    if (result.ok || result.code === 'not-found') return;
    notify({ text: t('person_leave_failed', { name }) });
  };

  /** what was typed and is not saved, without a next action that is only half there */
  const unsaved = useRef<CreatorChanges>({});
  const latest = useRef(leave);
  latest.current = leave;
  const setUnsaved = useCallback((_dirty: boolean, changes: CreatorChanges, half: boolean) => {
    const { nextAction, ...rest } = changes;
    unsaved.current = half ? rest : changes;
  }, []);
  useEffect(() => {
    const isDirty = () => Object.keys(unsaved.current).length > 0;
    // a closed tab saves nothing any more: the browser asks first
    const closing = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', closing);
    return () => {
      window.removeEventListener('beforeunload', closing);
      if (isDirty()) void latest.current(unsaved.current);
    };
  }, []);

  return (
    <section class="panel" aria-labelledby="person-work">
      <h2 id="person-work">{t('person_work')}</h2>
      <CreatorForm
        view={view}
        suggestions={tags.value?.names ?? []}
        onSave={async (changes) => (await save(changes)).ok}
        onDirty={setUnsaved}
        pending={update.pending}
        failed={update.failed}
        done={update.done}
        below={(set) => (
          <Button kind="quiet" onClick={() => set(localDay())}>
            {t('person_today')}
          </Button>
        )}
      />
    </section>
  );
}
