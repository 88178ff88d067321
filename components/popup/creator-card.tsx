import { formatAgo } from '../../utils/i18n/format.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { CreatorForm } from '../ui/creator-form.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** One creator's record: how often the numbers were noted, contacts that were found, and the form to complete it. */
export function CreatorCard({ creatorId }: { creatorId: string }) {
  const t = useT();
  const { openDashboard } = useSurroundings();
  const view = useQuery('creator.get', { creatorId }, ['creators']);
  const tags = useQuery('tag.suggest', {}, ['creators']);
  const update = useAction('creator.update');
  if (view.state === 'loading') return <Skeleton label={t('loading')} />;
  const found = view.value;
  const last = found?.observations.last;
  return (
    <div class="creator-card">
      {view.code && <ErrorNote code={view.code} again={view.again} />}
      {found && last && (
        <p class="soft">
          {t('noted_times', {
            count: found.observations.count,
            ago: formatAgo(t.locale, last.at, Date.now()),
          })}
        </p>
      )}
      {found && found.contacts.length > 0 && (
        <p class="soft">
          {t('contacts')}:{' '}
          <bdi>
            {found.contacts
              .slice(0, 3)
              .map((contact) => contact.value)
              .join(', ')}
          </bdi>
        </p>
      )}
      {found && (
        <CreatorForm
          key={creatorId}
          view={found}
          suggestions={tags.value?.names ?? []}
          onSave={async (changes) => (await update.run({ creatorId, changes })).ok}
          pending={update.pending}
          failed={update.failed}
          done={update.done}
        />
      )}
      {found && (
        <Button kind="quiet" onClick={() => openDashboard(`#/creator/${creatorId}`)}>
          {t('open_person')}
        </Button>
      )}
    </div>
  );
}
