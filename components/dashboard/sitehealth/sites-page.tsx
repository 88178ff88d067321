import './sitehealth.css';
import { useState } from 'preact/hooks';
import { formatList } from '../../../utils/i18n/format.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { CheckField } from '../../ui/field.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { HintsSection } from './hints-section.tsx';
import { SitePanel } from './site-panel.tsx';
import { notYetRead, sitesInOrder } from './site-rows.ts';

/** How well pages are read, site by site: what was found, what no longer is, and where the person helped. */
export function SitesPage() {
  const t = useT();
  const { platforms } = useSurroundings();
  const health = useQuery('health.list', {}, ['sites']);
  const hints = useQuery('hint.list', {}, ['sites']);
  const [onlyDrifting, setOnlyDrifting] = useState(false);
  const sites = health.value?.sites ?? [];
  const shown = sitesInOrder(sites, onlyDrifting);
  const waiting = notYetRead(
    platforms.map(({ id }) => id),
    sites,
  );
  return (
    <>
      <h1>{t('nav_sites')}</h1>
      <p class="soft">{t('sites_health_words')}</p>
      {health.code && <ErrorNote code={health.code} again={health.again} />}
      {health.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {health.value && sites.length === 0 && (
        <EmptyState title={t('sites_nothing')}>{t('sites_nothing_next')}</EmptyState>
      )}
      {sites.length > 0 && <p class="soft">{t('sites_copy_words')}</p>}
      {sites.length > 0 && (
        <CheckField label={t('sites_only_drifting')} checked={onlyDrifting} onChange={setOnlyDrifting} />
      )}
      {sites.length > 0 && shown.length === 0 && (
        <EmptyState title={t('sites_no_drift')}>{t('sites_no_drift_next')}</EmptyState>
      )}
      {shown.map((site) => (
        <SitePanel key={site.id} site={site} onlyDrifting={onlyDrifting} />
      ))}
      {health.value && waiting.length > 0 && !onlyDrifting && (
        <section class="panel" aria-labelledby="not-yet">
          <h2 id="not-yet">{t('sites_not_yet')}</h2>
          <p class="soft">
            {formatList(
              t.locale,
              waiting.map((platform) => t(`platform_${platform}`)),
            )}
          </p>
        </section>
      )}
      {hints.code && <ErrorNote code={hints.code} again={hints.again} />}
      {hints.value && <HintsSection hints={hints.value.hints} />}
    </>
  );
}
