import { useState } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { CampaignSight } from '../../utils/messaging/protocol/campaigns.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useNotify } from '../ui/toast.tsx';
import { useT } from './words.ts';

/** A page tells 2,000 entries at most, 200 of them are taken in a step: more steps than these would go round in a circle. */
const mostSteps = 20;

/** Entries of the campaigns that run here, as far as somebody scrolled past them. Nothing where none runs. */
export function CampaignEntries({ tabId }: { tabId: number }) {
  const seen = useQuery('campaign.seen', { tabId }, ['campaigns', 'brands', 'creators']);
  return (
    <>
      {seen.value?.campaigns.map((sight) => (
        <Entries key={sight.campaignId} tabId={tabId} sight={sight} />
      ))}
    </>
  );
}

function Entries({ tabId, sight }: { tabId: number; sight: CampaignSight }) {
  const t = useT();
  const notify = useNotify();
  const collect = useAction('campaign.collect');
  const [busy, setBusy] = useState(false);
  const [full, setFull] = useState(false);
  const { campaignId, name, seen, known, refused } = sight;
  const fresh = seen - known - refused;

  const run = async () => {
    setBusy(true);
    let added = 0;
    let undo: string | undefined;
    for (let step = 0; step < mostSteps; step++) {
      const operationId = newId();
      const result = await collect.run({ campaignId, tabId }, operationId);
      if (!result.ok) break;
      added += result.value.added;
      // only one step can be taken back as a whole
      undo = step === 0 && result.value.left === 0 ? operationId : undefined;
      setFull(result.value.full);
      if (result.value.left === 0 || result.value.added === 0) break;
    }
    setBusy(false);
    if (added > 0)
      notify({ text: t('entries_collected', { count: added, name }), ...(undo ? { undo } : {}) });
  };
  return (
    <div class="screen-row">
      <p>
        <span>
          <bdi>{name}</bdi> · {t('entries_seen', { count: seen })}
          {known > 0 && ` · ${t('entries_known', { count: known })}`}
          {refused > 0 && ` · ${t('entries_refused', { count: refused })}`}
        </span>
        {fresh > 0 && !full && (
          <Button kind="quiet" icon="add" pending={busy} onClick={() => void run()}>
            {t('entries_collect', { count: fresh })}
          </Button>
        )}
      </p>
      {full && <p class="soft">{t('entries_full')}</p>}
      {collect.failed && <ErrorNote code={collect.failed} />}
    </div>
  );
}
