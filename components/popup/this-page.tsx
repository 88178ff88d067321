import { useState } from 'preact/hooks';
import type { Overview } from '../../utils/messaging/protocol.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { CampaignEntries } from './campaign-entries.tsx';
import { type Fitting, fittingAction, type ReadTab } from './fitting-action.ts';
import { KnownCreator } from './known-creator.tsx';
import { PageFacts } from './page-facts.tsx';
import { RightsHere } from './rights-here.tsx';
import { SaveCreator } from './save-creator.tsx';
import { SavedReplies } from './saved-replies.tsx';
import { ScreenRow } from './screen-row.tsx';
import { SecondaryActions } from './secondary-actions.tsx';
import { SiteSwitch } from './site-switch.tsx';
import { useSurroundings } from './surroundings.ts';
import { TagPage } from './tag-page.tsx';
import { WatchForm } from './watch-form.tsx';
import { useT } from './words.ts';

/** What Deckhand sees in the active tab and the one action that fits. */
export function ThisPage({ overview }: { overview: Overview }) {
  const t = useT();
  const tab = useQuery('tab.read', {}, ['creators', 'brands', 'watchlist']);
  return (
    <section class="panel this-page" aria-labelledby="this-page" aria-busy={tab.state === 'loading'}>
      <h2 id="this-page">{t('this_page')}</h2>
      {tab.state === 'loading' && <Skeleton label={t('page_reading')} />}
      {tab.code && <ErrorNote code={tab.code} again={tab.again} />}
      {tab.value?.state === 'unreadable' && (
        <>
          <Unreadable reason={tab.value.reason} />
          <SavedReplies tabId={undefined} />
        </>
      )}
      {tab.value?.state === 'read' && (
        <PageRead key={tab.value.reading.url} tab={tab.value} overview={overview} />
      )}
    </section>
  );
}

function Unreadable({ reason }: { reason: 'browser-page' | 'no-access' }) {
  const t = useT();
  const { openDashboard } = useSurroundings();
  if (reason === 'browser-page') return <p class="soft">{t('page_browser')}</p>;
  return (
    <Note action={<Button onClick={() => openDashboard('#/settings')}>{t('allow_sites')}</Button>}>
      {t('page_no-access')}
    </Note>
  );
}

function PageRead({ tab, overview }: { tab: ReadTab; overview: Overview }) {
  const t = useT();
  const fitting = fittingAction(tab);
  // after saving, the details stand open to be completed
  const [justSaved, setJustSaved] = useState(false);
  const [watching, setWatching] = useState(false);
  const watched = overview.watchlist.find((row) => row.competitor.id === tab.competitorId);
  const shownForm = !watched && (fitting === 'watch' || watching);

  return (
    <>
      <PageFacts tab={tab} />
      {tab.mark === 'do-not-contact' && <Note kind="warn">{t('do_not_contact_here')}</Note>}
      <Words fitting={fitting} first={overview.creators === 0} />
      {fitting === 'save' && <SaveCreator tab={tab} onSaved={() => setJustSaved(true)} />}
      {fitting === 'known' && tab.creatorId && (
        <KnownCreator key={tab.creatorId} tab={tab} creatorId={tab.creatorId} open={justSaved} />
      )}
      {shownForm && (
        <WatchForm
          tab={tab}
          watchlist={overview.watchlist}
          onCancel={fitting === 'watch' ? undefined : () => setWatching(false)}
        />
      )}
      <SecondaryActions
        tab={tab}
        overview={overview}
        fitting={fitting}
        watched={watched}
        onWatch={shownForm ? undefined : () => setWatching(true)}
      />
      <TagPage tabId={tab.tabId} />
      <SavedReplies tabId={tab.tabId} />
      <ScreenRow tabId={tab.tabId} />
      <RightsHere tabId={tab.tabId} />
      <CampaignEntries tabId={tab.tabId} />
      <SiteSwitch url={tab.reading.url} settings={overview.settings} />
    </>
  );
}

/** Why there is nothing to save, where there is nothing. */
function Words({ fitting, first }: { fitting: Fitting; first: boolean }) {
  const t = useT();
  if (fitting === 'ours') return <Note kind="good">{t('ours')}</Note>;
  if (fitting === 'blocked') return <Note kind="warn">{t('page_blocked')}</Note>;
  if (fitting === 'no-creator') return <Note kind="warn">{t('page_no_creator')}</Note>;
  if (fitting !== 'nothing') return null;
  return (
    <p class="soft">
      {t('page_nothing')} {first && t('page_first')}
    </p>
  );
}
