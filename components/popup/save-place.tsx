import { newId } from '../../utils/domain/new-id.ts';
import { placeLimit } from '../../utils/domain/place-kind.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import type { SayPlaces } from './places-part.tsx';
import { useT } from './words.ts';

/** Puts the page in the tab below among the places that are looked at every day. */
export function SavePlace({ say }: { say: SayPlaces }) {
  const t = say(useT().locale);
  const notify = useNotify();
  const add = useAction('place.add');
  const here = useQuery('place.here', {}, ['places']).value;
  if (!here) return null;
  const { placeId, ...place } = here;
  const save = async () => {
    const operationId = newId();
    const result = await add.run({ place }, operationId);
    if (!result.ok) return;
    const name = place.title;
    if (result.value.alreadyThere) notify({ text: t('places_already', { name }) });
    else notify({ text: t('places_saved', { name }), undo: operationId });
  };
  return (
    <div class="secondary">
      {placeId ? (
        <span class="soft with-icon">
          <Icon name="check" /> {t('places_here')}
        </span>
      ) : (
        <Button kind="quiet" icon="add" pending={add.pending} onClick={() => void save()}>
          {t('places_save')}
        </Button>
      )}
      {add.failed === 'invalid' && <Note kind="bad">{t('places_full', { count: placeLimit })}</Note>}
      {add.failed && add.failed !== 'invalid' && <ErrorNote code={add.failed} />}
    </div>
  );
}
