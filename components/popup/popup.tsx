import { useEffect, useMemo, useState } from 'preact/hooks';
import { localDay } from '../../utils/domain/day.ts';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import { chooseLanguage, chooseLocale, translateWith } from '../../utils/i18n/translate.ts';
import type { WatchDigest } from '../../utils/messaging/protocol/watch.ts';
import type { Overview } from '../../utils/messaging/protocol.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { useWatchDigest } from '../hooks/use-watch.ts';
import { useAppearance } from '../ui/appearance.ts';
import { IconButton } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { Toasts } from '../ui/toast.tsx';
import { useLoadedWords } from '../ui/use-loaded-words.ts';
import { productName, WordsProvider } from '../ui/words.ts';
import { BackupBanner, FirstRunBanner, RecoveryBanner } from './banners.tsx';
import { CasesRow } from './cases-row.tsx';
import { Checklist } from './checklist.tsx';
import { DueList } from './due-list.tsx';
import { type FirstLook, overviewCollections } from './first-look.ts';
import { loadPopupWords, type PopupEnglish } from './load-words.ts';
import { SavedPlaces } from './places.tsx';
import { RightsDue } from './rights-due.tsx';
import { type Surroundings, SurroundingsContext, useSurroundings } from './surroundings.ts';
import { ThisPage } from './this-page.tsx';
import { Watchlist } from './watchlist.tsx';
import { useT } from './words.ts';

/**
 * Today, on one small page. One question fills it; what is new with the competitors is asked at the same time, what stands in the active tab
 * second.
 */
export function Popup({
  browserLanguage,
  first,
  ...surroundings
}: Surroundings & {
  browserLanguage: string;
  /** what was loaded before there was a popup */
  first?: FirstLook | undefined;
}) {
  const day = useToday();
  const undo = useAction('operation.undo');
  const digest = useWatchDigest();
  const overview = useQuery('overview.get', { day }, overviewCollections);
  const look = overview.value?.settings ?? first?.settings ?? defaultSettings;
  // until the settings are there, the browser's language is the best guess, and nearly always right
  const loaded = useLoadedWords(
    loadPopupWords,
    chooseLanguage(look.language, browserLanguage),
    first?.loaded,
  );
  const t = useMemo(
    () =>
      loaded &&
      translateWith<PopupEnglish>(
        loaded.words,
        loaded.language,
        look.market,
        chooseLocale(loaded.language, browserLanguage),
      ),
    [loaded, look.market, browserLanguage],
  );
  useAppearance(t?.locale ?? browserLanguage, look.theme, productName);
  if (!t) return null;

  return (
    <WordsProvider value={t}>
      <SurroundingsContext.Provider value={surroundings}>
        <Toasts undo={undo}>
          <Header brand={overview.value?.brand?.name} />
          <main>
            {overview.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
            {overview.code === 'recovery' && <RecoveryBanner />}
            {overview.code && overview.code !== 'recovery' && (
              <ErrorNote code={overview.code} again={overview.again} />
            )}
            {overview.value && overview.code !== 'recovery' && (
              <Today overview={overview.value} digest={digest.value} />
            )}
          </main>
        </Toasts>
      </SurroundingsContext.Provider>
    </WordsProvider>
  );
}

function Header({ brand }: { brand: string | undefined }) {
  const t = useT();
  const { openDashboard, openPanel } = useSurroundings();
  return (
    <header class="popup-header">
      <Mark />
      <h1>{productName}</h1>
      {brand && <bdi class="brand-name">{brand}</bdi>}
      {openPanel && <IconButton icon="panel" label={t('open_panel')} onClick={openPanel} />}
      <IconButton icon="person" label={t('open_list')} onClick={() => openDashboard('#/creators')} />
      <IconButton icon="gear" label={t('settings')} onClick={() => openDashboard('#/settings')} />
    </header>
  );
}

function Today({ overview, digest }: { overview: Overview; digest: WatchDigest | undefined }) {
  return (
    <>
      {!overview.settings.firstRunDone && <FirstRunBanner />}
      {overview.backupDue && <BackupBanner />}
      {overview.cases && <CasesRow cases={overview.cases} />}
      {overview.rights && <RightsDue rights={overview.rights} />}
      <ThisPage overview={overview} />
      <div class="columns">
        <Watchlist rows={overview.watchlist} digest={digest} />
        <div class="column">
          <Checklist checklist={overview.checklist} showCounts={overview.settings.showCounts}>
            <DueList due={overview.due} total={overview.dueTotal} today={overview.checklist.day} />
          </Checklist>
          <SavedPlaces />
        </div>
      </div>
    </>
  );
}

/** The local day; looked at again whenever the popup gets the focus, because it may stand open over midnight. */
function useToday(): string {
  const [day, setDay] = useState(() => localDay());
  useEffect(() => {
    const look = () => setDay(localDay());
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  return day;
}
