import { useState } from 'preact/hooks';
import type { SiteHealth } from '../../../utils/domain/site-health.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { fieldName } from '../../ui/reading.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { ReadTime } from '../person/read-time.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { reportOf } from './report.ts';
import { type FieldRow, fieldRows } from './site-rows.ts';

/** How the pages of one kind of one platform were read lately, field by field. */
export function SitePanel({ site, onlyDrifting }: { site: SiteHealth; onlyDrifting: boolean }) {
  const t = useT();
  const notify = useNotify();
  const { version } = useSurroundings();
  const [refused, setRefused] = useState(false);
  const name = t('sites_name', {
    platform: t(`platform_${site.platform}`),
    kind: t(`sites_kind_${site.kind}`),
  });
  const rows = fieldRows(site).filter(({ state }) => !onlyDrifting || state === 'drifting');
  const copy = async () => {
    const done = await copyText(reportOf(t, site, version));
    setRefused(!done);
    if (done) notify({ text: t('sites_copied', { name }) });
  };
  const heading = `site-${site.id.replace(':', '-')}`;
  return (
    <section class="panel" aria-labelledby={heading}>
      <div class="panel-head">
        <h2 id={heading}>{name}</h2>
        <span class="soft">
          {t('sites_read')} <ReadTime at={site.updatedAt} />
        </span>
      </div>
      <table class="sitehealth-table">
        <thead>
          <tr>
            <th scope="col">{t('sites_field')}</th>
            <th scope="col">{t('sites_found')}</th>
            <th scope="col">{t('sites_last_found')}</th>
            <th scope="col">{t('sites_where')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.field} row={row} />
          ))}
        </tbody>
      </table>
      <div class="form-end">
        <Button label={t('sites_copy_named', { name })} onClick={() => void copy()}>
          {t('sites_copy')}
        </Button>
      </div>
      {refused && <Note kind="bad">{t('sites_not_copied')}</Note>}
    </section>
  );
}

function Row({ row: { field, health, state, found, looks } }: { row: FieldRow }) {
  const t = useT();
  return (
    <tr class={state}>
      <th scope="row">
        {fieldName(t, field)}
        {state === 'drifting' && (
          <span class="sitehealth-state">
            <Icon name="warn" /> {t('sites_drifting')}
          </span>
        )}
        {state === 'never' && (
          <span class="sitehealth-state soft">
            <Icon name="info" /> {t('sites_never')}
          </span>
        )}
      </th>
      <td data-label={t('sites_found')}>{t('sites_of', { found, looks })}</td>
      <td data-label={t('sites_last_found')}>
        {health.lastFound ? <ReadTime at={health.lastFound} /> : t('sites_no')}
      </td>
      <td data-label={t('sites_where')}>
        {health.source ? t(`sites_source_${health.source}`) : t('sites_no')}
      </td>
    </tr>
  );
}
