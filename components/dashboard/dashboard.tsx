import { useMemo, useState } from 'preact/hooks';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { chooseLanguage, chooseLocale, translateWith } from '../../utils/i18n/translate.ts';
import { askAhead } from '../hooks/use-creator-rows.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useUndo } from '../hooks/use-undo.ts';
import { queueAhead } from '../queue/queue-ahead.ts';
import { useAppearance } from '../ui/appearance.ts';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { Toasts } from '../ui/toast.tsx';
import { useLoadedWords } from '../ui/use-loaded-words.ts';
import { productName, WordsProvider } from '../ui/words.ts';
import { CreatorsPage } from './creators/creators-page.tsx';
import { lazyPage } from './lazy-page.tsx';
import { Navigation } from './navigation.tsx';
import { type Surroundings, SurroundingsContext } from './surroundings.ts';
import { type Route, useRoute } from './use-route.ts';
import { type DashboardEnglish, loadDashboardWords, useT } from './words.ts';

const PersonPage = lazyPage(async () => (await import('./person/person-page.tsx')).PersonPage);
const TagsPage = lazyPage(async () => (await import('./tags/tags-page.tsx')).TagsPage);
const loadQueuePage = async () => (await import('./queue/queue-page.tsx')).QueuePage;
const QueuePage = lazyPage(loadQueuePage);
const KeywordsPage = lazyPage(async () => (await import('./keywords/keywords-page.tsx')).KeywordsPage);
const RightsPage = lazyPage(async () => (await import('./rights/rights-page.tsx')).RightsPage);
const FansPage = lazyPage(async () => (await import('./fans/fans-page.tsx')).FansPage);
const SpamPage = lazyPage(async () => (await import('./fans/spam-page.tsx')).SpamPage);
const CampaignsPage = lazyPage(async () => (await import('./campaigns/campaigns-page.tsx')).CampaignsPage);
const TemplatesPage = lazyPage(async () => (await import('./templates/templates-page.tsx')).TemplatesPage);
const TemplatePage = lazyPage(async () => (await import('./templates/template-page.tsx')).TemplatePage);
const WatchPage = lazyPage(async () => (await import('./watch/watch-page.tsx')).WatchPage);
const ImportingPage = lazyPage(async () => (await import('./importing/importing-page.tsx')).ImportingPage);
const ActivityPage = lazyPage(async () => (await import('./activity/activity-page.tsx')).ActivityPage);
const SitesPage = lazyPage(async () => (await import('./sitehealth/sites-page.tsx')).SitesPage);
const StoragePage = lazyPage(async () => (await import('./storage/storage-page.tsx')).StoragePage);
const SettingsPage = lazyPage(async () => (await import('./settings.tsx')).SettingsPage);
const AboutPage = lazyPage(async () => (await import('./activity/about-page.tsx')).AboutPage);
const WelcomePage = lazyPage(async () => (await import('./welcome.tsx')).WelcomePage);
const RecoveryPage = lazyPage(async () => (await import('./recovery.tsx')).RecoveryPage);

/** The full-tab pages. */
export function Dashboard({ browserLanguage, ...surroundings }: Surroundings & { browserLanguage: string }) {
  const route = useRoute();
  useState(() => {
    if (route.page === 'creators') askAhead();
    if (route.page !== 'queue') return;
    // side by side, not one after the other; what fails here is told by what asks again
    const language = chooseLanguage(defaultSettings.language, browserLanguage);
    void Promise.allSettled([loadQueuePage(), queueAhead(language)]);
  });
  const undo = useUndo();
  const settings = useQuery('settings.get', {}, ['settings', 'recovery']);
  const look = settings.value ?? defaultSettings;
  // until the settings are there, the browser's language is the best guess, and nearly always right
  const loaded = useLoadedWords(loadDashboardWords, chooseLanguage(look.language, browserLanguage));
  const t = useMemo(
    () =>
      loaded &&
      translateWith<DashboardEnglish>(
        loaded.words,
        loaded.language,
        look.market,
        chooseLocale(loaded.language, browserLanguage),
      ),
    [loaded, look.market, browserLanguage],
  );
  const title = t ? `${t(`nav_${route.page}`)} · ${productName}` : productName;
  useAppearance(t?.locale ?? browserLanguage, look.theme, title);
  if (!t) return null;

  return (
    <WordsProvider value={t}>
      <SurroundingsContext.Provider value={surroundings}>
        <Toasts undo={undo}>
          <div class="shell">
            <Navigation page={route.page} />
            <main id="content" tabIndex={-1} class={route.page === 'creators' ? 'wide' : undefined}>
              {route.page === 'recovery' ? (
                <RecoveryPage />
              ) : (
                <>
                  {settings.code && <ErrorNote code={settings.code} again={settings.again} />}
                  {settings.code === 'recovery' && <ToRecovery />}
                  {settings.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
                  {settings.value && <Page route={route} settings={settings.value} />}
                </>
              )}
            </main>
          </div>
        </Toasts>
      </SurroundingsContext.Provider>
    </WordsProvider>
  );
}

function Page({ route, settings }: { route: Route; settings: Settings }) {
  switch (route.page) {
    case 'creators':
      return <CreatorsPage route={route} />;
    case 'creator':
      return <PersonPage key={route.id} id={route.id} />;
    case 'tags':
      return <TagsPage route={route} settings={settings} />;
    case 'queue':
      return <QueuePage key={route.id} first={route.id} />;
    case 'keywords':
      return <KeywordsPage settings={settings} />;
    case 'rights':
      return <RightsPage route={route} market={settings.market} />;
    case 'fans':
      return <FansPage route={route} settings={settings} />;
    case 'spam':
      return <SpamPage route={route} settings={settings} />;
    case 'campaigns':
      return <CampaignsPage id={route.id} market={settings.market} />;
    case 'templates':
      return <TemplatesPage route={route} market={settings.market} />;
    case 'template':
      return <TemplatePage key={route.id} id={route.id} market={settings.market} />;
    case 'watch':
      return <WatchPage route={route} market={settings.market} />;
    case 'import':
      return <ImportingPage />;
    case 'activity':
      return <ActivityPage />;
    case 'sites':
      return <SitesPage />;
    case 'storage':
      return <StoragePage />;
    case 'about':
      return <AboutPage />;
    case 'welcome':
      return <WelcomePage settings={settings} />;
    default:
      return <SettingsPage settings={settings} />;
  }
}

function ToRecovery() {
  const t = useT();
  return (
    <p class="below">
      <a href="#/recovery">{t('nav_recovery')}</a>
    </p>
  );
}
