import { formatTime } from '../../../utils/i18n/format.ts';
import type { CampaignRow } from '../../../utils/messaging/protocol/campaigns.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { Phase } from './phase.tsx';
import { Unassigned } from './unassigned.tsx';
import { useT } from './words.tsx';

/** All campaigns, with the phase in which each is. */
export function CampaignList() {
  const t = useT();
  const list = useQuery('campaign.list', {}, ['campaigns', 'recovery']);
  const rows = list.value?.campaigns;
  return (
    <div class="campaigns">
      <div class="page-head">
        <h1>{t('nav_campaigns')}</h1>
        <a class="button primary" href="#/campaigns/new">
          {t('campaigns_new')}
        </a>
      </div>
      <p class="soft">{t('campaigns_words')}</p>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {list.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
      {list.value && list.value.unassigned > 0 && (
        <Unassigned
          campaigns={list.value.campaigns.map(({ campaign }) => campaign)}
          count={list.value.unassigned}
        />
      )}
      {rows?.length === 0 && <EmptyState title={t('campaigns_none')}>{t('campaigns_none_next')}</EmptyState>}
      {rows && rows.length > 0 && (
        <ul class="rows campaign-rows">
          {rows.map((row) => (
            <Row key={row.campaign.id} row={row} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ row: { campaign, entries, draws } }: { row: CampaignRow }) {
  const t = useT();
  const { id, name, code, liveFrom, liveUntil } = campaign;
  const span = [liveFrom, liveUntil].map((time) => (time === undefined ? '…' : formatTime(t.locale, time)));
  return (
    <li>
      <span class="row-words">
        <a href={`#/campaigns/${id}`}>
          <bdi>{name}</bdi>
        </a>
        {code !== undefined && (
          <>
            {' · '}
            <bdi class="campaign-code">{code}</bdi>
          </>
        )}
        <span class="soft campaign-span">
          {(liveFrom ?? liveUntil) ? span.join(' – ') : t('campaigns_no_dates')}
          {entries > 0 && ` · ${t('campaigns_entries_count', { count: entries })}`}
          {draws > 0 && ` · ${t('campaigns_draws_count', { count: draws })}`}
        </span>
      </span>
      <Phase times={campaign} />
    </li>
  );
}
