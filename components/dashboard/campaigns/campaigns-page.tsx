import './campaigns.css';
import type { Settings } from '../../../utils/domain/settings.ts';
import { CampaignList } from './campaign-list.tsx';
import { CampaignPage } from './campaign-page.tsx';
import { NewCampaign } from './new-campaign.tsx';
import { CampaignWords } from './words.tsx';

/** Campaigns and giveaways: `#/campaigns`, `#/campaigns/new` and `#/campaigns/<id>`. */
export function CampaignsPage({ id, market }: { id: string; market: Settings['market'] }) {
  return (
    <CampaignWords market={market}>
      {id === '' ? <CampaignList /> : id === 'new' ? <NewCampaign /> : <CampaignPage key={id} id={id} />}
    </CampaignWords>
  );
}
