import './watch.css';
import type { Settings } from '../../../utils/domain/settings.ts';
import { lazyPage } from '../lazy-page.tsx';
import type { Route } from '../use-route.ts';
import { ChangesPage } from './changes-page.tsx';
import { WatchWords } from './words.tsx';

const CompetitorPage = lazyPage(async () => (await import('./competitor-page.tsx')).CompetitorPage);
const ComparePage = lazyPage(async () => (await import('./compare-page.tsx')).ComparePage);
const ReportPage = lazyPage(async () => (await import('./report-page.tsx')).ReportPage);

/** The competitor watch: `#/watch`, `#/watch/compare`, `#/watch/report` and `#/watch/<competitor>`. */
export function WatchPage({ route, market }: { route: Route; market: Settings['market'] }) {
  return (
    <WatchWords market={market}>
      <Part route={route} />
    </WatchWords>
  );
}

function Part({ route }: { route: Route }) {
  if (route.id === 'compare') return <ComparePage />;
  if (route.id === 'report') return <ReportPage />;
  if (route.id) return <CompetitorPage key={route.id} route={route} />;
  return <ChangesPage route={route} />;
}
