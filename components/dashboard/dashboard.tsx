import { useMemo } from 'preact/hooks';
import { chooseLanguage, chooseLocale, makeTranslate } from '../../utils/i18n/translate.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useAppearance } from '../ui/appearance.ts';
import { defaultLook } from '../ui/choices.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { Toasts } from '../ui/toast.tsx';
import { WordsProvider } from '../ui/words.ts';
import { RecoveryPage } from './recovery.tsx';
import { SettingsPage } from './settings.tsx';
import { type Surroundings, SurroundingsContext } from './surroundings.ts';
import { type Route, useRoute } from './use-route.ts';
import { WelcomePage } from './welcome.tsx';
import { dashboardWords, useT } from './words.ts';

const icons: Record<Route, IconName> = { settings: 'gear', welcome: 'flag', recovery: 'lifebuoy' };

/** The full-tab pages: first run, settings, recovery. */
export function Dashboard({ browserLanguage, ...surroundings }: Surroundings & { browserLanguage: string }) {
  const route = useRoute();
  const settings = useQuery('settings.get', {}, ['settings', 'recovery']);
  const look = settings.value ?? defaultLook;
  const language = chooseLanguage(look.language, browserLanguage);
  const t = useMemo(
    () => makeTranslate(dashboardWords, language, look.market, chooseLocale(language, browserLanguage)),
    [language, look.market, browserLanguage],
  );
  useAppearance(t.locale, look.theme, `${t(`nav_${route}`)} · Deckhand`);

  return (
    <WordsProvider value={t}>
      <SurroundingsContext.Provider value={surroundings}>
        <Toasts>
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
      <p class="product">
        <Mark /> Deckhand
      </p>
      <nav aria-label={t('navigation')}>
        <ul>
          {(['settings', 'welcome', 'recovery'] as const).map((name) => (
            <li key={name}>
              <a href={`#/${name}`} aria-current={name === route ? 'page' : undefined}>
                <Icon name={icons[name]} /> {t(`nav_${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
