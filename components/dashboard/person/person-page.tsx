import './person.css';
import type { CreatorView } from '../../../utils/domain/creator.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { EmptyState, ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { ActivityList } from '../activity/activity-list.tsx';
import { listAddress } from '../use-route.ts';
import { useT } from '../words.ts';
import { AccountPanel } from './account-panel.tsx';
import { AddAccount } from './add-account.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { FanLine } from './fan-line.tsx';
import { PersonEnd } from './person-end.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonHead } from './person-head.tsx';

/** Codes that mean: nobody of this id is in the notebook. A wrong link does not even have the shape of an id. */
const nobody = ['not-found', 'invalid'];

/** Everything about one creator. */
export function PersonPage({ id }: { id: string }) {
  const t = useT();
  const view = useQuery('creator.get', { creatorId: id }, ['creators']);
  if (view.state === 'loading') return <Skeleton lines={8} label={t('loading')} />;
  if (view.code && nobody.includes(view.code)) return <Nobody />;
  return (
    <>
      {view.code && <ErrorNote code={view.code} again={view.again} />}
      {view.value ? <Person view={view.value} /> : <Back />}
    </>
  );
}

/** The way back keeps the filter with which the list was left. */
function Back() {
  const t = useT();
  return (
    <p>
      <a href={listAddress()}>{t('person_back')}</a>
    </p>
  );
}

function Nobody() {
  const t = useT();
  return (
    <>
      <h1>{t('person_nobody')}</h1>
      <EmptyState title={t('person_nobody_why')}>
        <Back />
      </EmptyState>
    </>
  );
}

function Person({ view }: { view: CreatorView }) {
  const t = useT();
  const { creator, accounts } = view;
  const history = useQuery('creator.history', { creatorId: creator.id }, ['creators']);
  const { series = [], activities = [], introducedBy } = history.value ?? {};
  return (
    <div class="person">
      <Back />
      <PersonHead view={view} />
      {creator.doNotContact && <Note kind="warn">{t('person_stop')}</Note>}
      <div class="person-columns">
        <div class="person-column">
          <PersonForm view={view} />
          <ContactsPanel view={view} />
        </div>
        <div class="person-column">
          {introducedBy && (
            <p>
              {t('person_introduced')}{' '}
              <a href={`#/creator/${introducedBy.id}`}>
                <bdi>{introducedBy.name}</bdi>
              </a>
            </p>
          )}
          <FanLine creatorId={creator.id} />
          {accounts.map((account) => (
            <AccountPanel
              key={account.id}
              account={account}
              observations={series.find(({ accountId }) => accountId === account.id)?.observations}
              waiting={history.state === 'loading' && view.observations.count > 1}
            />
          ))}
          <AddAccount creatorId={creator.id} none={accounts.length === 0} />
        </div>
      </div>
      <section class="panel" aria-labelledby="person-activity">
        <h2 id="person-activity">{t('activity_title')}</h2>
        {history.state === 'loading' && <Skeleton lines={4} label={t('loading')} />}
        {history.code && <ErrorNote code={history.code} again={history.again} />}
        {history.value && <ActivityList rows={activities} level={3} about={creator.id} />}
      </section>
      <PersonEnd creator={creator} />
    </div>
  );
}
