import { CampaignForm } from './campaign-form.tsx';
import { useT } from './words.tsx';

/** A campaign that is not there yet. */
export function NewCampaign() {
  const t = useT();
  return (
    <div class="campaigns">
      <p>
        <a href="#/campaigns">{t('campaigns_back')}</a>
      </p>
      <h1>{t('campaigns_new')}</h1>
      <CampaignForm
        stored={null}
        onSaved={(campaignId) => {
          location.hash = `#/campaigns/${campaignId}`;
        }}
      />
    </div>
  );
}
