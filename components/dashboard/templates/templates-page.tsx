import './templates.css';
import type { Settings } from '../../../utils/domain/settings.ts';
import { lazyPage } from '../lazy-page.tsx';
import type { Route } from '../use-route.ts';
import { TemplateList } from './template-list.tsx';
import { TemplatesWords } from './words.tsx';

const ImportPage = lazyPage(async () => (await import('./importing/import-page.tsx')).ImportPage);
const HandoverPage = lazyPage(async () => (await import('./handover-page.tsx')).HandoverPage);

/** The saved replies: their list, what brings them in, and the page for a stand-in. */
export function TemplatesPage({ route, market }: { route: Route; market: Settings['market'] }) {
  return (
    <TemplatesWords market={market}>
      {route.id === 'import' ? (
        <ImportPage />
      ) : route.id === 'handover' ? (
        <HandoverPage />
      ) : (
        <TemplateList route={route} />
      )}
    </TemplatesWords>
  );
}
