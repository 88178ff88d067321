import { useState } from 'preact/hooks';
import type { Campaign } from '../../../utils/domain/campaign.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { WebLink } from '../person/web-link.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { CopyButton } from './copy-button.tsx';
import { DrawPanel } from './draw-panel.tsx';
import { EntriesPanel } from './entries-panel.tsx';
import { Dates, Phase } from './phase.tsx';
import { PlatformResultPanel } from './platform-result.tsx';
import { PlatformRules } from './platform-rules.tsx';
import { ReportPanel } from './report-panel.tsx';
import { useT } from './words.tsx';

const parts = ['entries', 'draw', 'report', 'edit'] as const;

/** One campaign: its entries, its draws, its report and what was written of it. */
export function CampaignPage({ id }: { id: string }) {
  const t = useT();
  const found = useQuery('campaign.get', { campaignId: id }, ['campaigns', 'recovery']);
  const [part, setPart] = useState<(typeof parts)[number]>('entries');
  const campaign = found.value?.campaign;
  return (
    <div class="campaigns">
      <p>
        <a href="#/campaigns">{t('campaigns_back')}</a>
      </p>
      {found.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {found.code === 'not-found' ? (
        <EmptyState title={t('campaigns_gone')} />
      ) : (
        found.code && <ErrorNote code={found.code} again={found.again} />
      )}
      {campaign && found.value && found.code !== 'not-found' && (
        <>
          <Head campaign={campaign} />
          <Tabs
            label={t('campaigns_part')}
            value={part}
            tabs={parts.map((value) => ({ value, label: t(`campaigns_part_${value}`) }))}
            panelId="campaign-part"
            onChange={setPart}
          />
          <div
            id="campaign-part"
            role="tabpanel"
            aria-label={t(`campaigns_part_${part}`)}
            class="campaign-part"
          >
            {part === 'entries' && <EntriesPanel campaign={campaign} />}
            {part === 'draw' && (
              <>
                <PlatformRules platforms={campaign.platforms} />
                <DrawPanel campaign={campaign} draws={found.value.draws} />
                <PlatformResultPanel key={campaign.updatedAt} campaign={campaign} />
              </>
            )}
            {part === 'report' && <ReportPanel campaign={campaign} />}
            {part === 'edit' && (
              <>
                <CampaignForm stored={campaign} />
                <Remove campaign={campaign} />
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function Head({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const { name, code, prize, posts } = campaign;
  return (
    <header class="campaign-head">
      <div class="page-head">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <Phase times={campaign} />
      </div>
      <Dates times={campaign} />
      {prize !== undefined && (
        <p>
          <span class="soft">{t('campaigns_prize')}</span> <bdi>{prize}</bdi>
        </p>
      )}
      {code !== undefined && (
        <p>
          <bdi class="campaign-code">{code}</bdi>{' '}
          <CopyButton text={code} done={t('campaigns_copied', { what: code })}>
            {t('campaigns_copy_code', { code })}
          </CopyButton>
        </p>
      )}
      {posts.length > 0 && (
        <ul class="campaign-posts">
          {posts.map((post) => (
            <li key={post}>
              <WebLink address={post} />
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

function Remove({ campaign: { id, name } }: { campaign: Campaign }) {
  const t = useT();
  const notify = useNotify();
  const remove = useAction('campaign.remove');
  const run = async () => {
    const operationId = newId();
    const result = await remove.run({ campaignId: id }, operationId);
    if (!result.ok) return;
    notify({ text: t('campaigns_removed', { name }), undo: operationId });
    location.hash = '#/campaigns';
  };
  return (
    <section class="panel" aria-labelledby="campaign-remove">
      <h2 id="campaign-remove">{t('campaigns_remove')}</h2>
      <p class="soft">{t('campaigns_remove_words')}</p>
      <div class="form-end">
        <Button kind="danger" icon="remove" pending={remove.pending} onClick={() => void run()}>
          {t('campaigns_remove')}
        </Button>
      </div>
      {remove.failed && <ErrorNote code={remove.failed} />}
    </section>
  );
}
