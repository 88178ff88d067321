import { useMemo, useState } from 'preact/hooks';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { chooseLanguage, chooseLocale, translateWith } from '../../utils/i18n/translate.ts';
import { askAhead } from '../hooks/use-creator-rows.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useUndo } from '../hooks/use-undo.ts';
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
