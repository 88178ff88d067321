import { useMemo } from 'preact/hooks';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import { chooseLanguage, chooseLocale, makeTranslate } from '../../utils/i18n/translate.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useAppearance } from '../ui/appearance.ts';
import { Drawing } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { Toasts } from '../ui/toast.tsx';
import { productName, WordsProvider } from '../ui/words.ts';
import { RecoveryPage } from './recovery.tsx';
import { SettingsPage } from './settings.tsx';
import { type Surroundings, SurroundingsContext } from './surroundings.ts';
import { type Route, useRoute } from './use-route.ts';
import { WelcomePage } from './welcome.tsx';
import { dashboardWords, useT } from './words.ts';

/** Drawings of the navigation, on the grid of ui/icon.tsx. */
const drawings: Record<Route, string> = {
  settings:
    'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 1.8v2M8 12.2v2M14.2 8h-2M3.8 8h-2M12.4 3.6 11 5M5 11l-1.4 1.4M12.4 12.4 11 11M5 5 3.6 3.6',
  welcome: 'M4 14V2.5M4 3h8l-1.8 3L12 9H4',
  recovery:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 10.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM3.8 3.8l2.5 2.5M9.7 9.7l2.5 2.5M12.2 3.8 9.7 6.3M6.3 9.7l-2.5 2.5',
};

/** The full-tab pages: first run, settings, recovery. */
export function Dashboard({ browserLanguage, ...surroundings }: Surroundings & { browserLanguage: string }) {
  const route = useRoute();
  const undo = useAction('operation.undo');
  const settings = useQuery('settings.get', {}, ['settings', 'recovery']);
  const look = settings.value ?? defaultSettings;
  const language = chooseLanguage(look.language, browserLanguage);
  const t = useMemo(
    () => makeTranslate(dashboardWords, language, look.market, chooseLocale(language, browserLanguage)),
    [language, look.market, browserLanguage],
  );
  useAppearance(t.locale, look.theme, `${t(`nav_${route}`)} · ${productName}`);

  return (
    <WordsProvider value={t}>
      <SurroundingsContext.Provider value={surroundings}>
        <Toasts undo={undo}>
          <div class="shell">
            <Navigation route={route} />
            <main id="content" tabIndex={-1}>
              {route === 'recovery' && <RecoveryPage />}
              {route !== 'recovery' && settings.code && (
                <ErrorNote code={settings.code} again={settings.again} />
              )}
              {route !== 'recovery' && settings.code === 'recovery' && (
                <p class="below">
                  <a href="#/recovery">{t('nav_recovery')}</a>
                </p>
              )}
              {route !== 'recovery' && settings.state === 'loading' && (
                <Skeleton lines={6} label={t('loading')} />
              )}
              {route === 'settings' && settings.value && <SettingsPage settings={settings.value} />}
              {route === 'welcome' && settings.value && <WelcomePage settings={settings.value} />}
            </main>
          </div>
        </Toasts>
      </SurroundingsContext.Provider>
    </WordsProvider>
  );
}

function Navigation({ route }: { route: Route }) {
  const t = useT();
  return (
    <header class="side">
      <button type="button" class="skip-link" onClick={() => document.getElementById('content')?.focus()}>
        {t('skip_to_content')}
      </button>
      <div class="side-inner">
        <p class="product">
          <Mark /> {productName}
        </p>
        <nav aria-label={t('navigation')}>
          <ul>
            {(['settings', 'welcome', 'recovery'] as const).map((name) => (
              <li key={name}>
                <a href={`#/${name}`} aria-current={name === route ? 'page' : undefined}>
                  <Drawing path={drawings[name]} /> {t(`nav_${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
