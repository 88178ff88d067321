import { useState } from 'preact/hooks';
import type { Campaign } from '../../../utils/domain/campaign.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { EntryWords } from './entry-words.tsx';
import { useT } from './words.tsx';

/** Tagged entries that belong to no campaign: the operator says to which. */
export function Unassigned({ campaigns, count }: { campaigns: readonly Campaign[]; count: number }) {
  const t = useT();
  const notify = useNotify();
  const list = useQuery('campaign.unassigned', {}, ['campaigns']);
  const assign = useAction('campaign.assign');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [campaignId, setCampaignId] = useState('');
  const entries = list.value?.entries ?? [];
  const chosen = entries.filter(({ id }) => !left.has(id));

  const add = async () => {
    const operationId = newId();
    const result = await assign.run({ campaignId, entryIds: chosen.map(({ id }) => id) }, operationId);
    if (result.ok)
      notify({ text: t('campaigns_unassigned_added', { count: result.value.added }), undo: operationId });
  };
  return (
    <section class="panel" aria-labelledby="campaigns-unassigned">
      <h2 id="campaigns-unassigned">{t('campaigns_unassigned', { count })}</h2>
      <p class="soft">{t('campaigns_unassigned_words')}</p>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      <ul class="campaign-choices">
        {entries.map((entry) => (
          <li key={entry.id}>
            <label class="check">
              <input
                type="checkbox"
                checked={!left.has(entry.id)}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.currentTarget.checked) next.delete(entry.id);
                  else next.add(entry.id);
                  setLeft(next);
                }}
              />
              <span>
                <EntryWords entry={entry} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="form-end">
        <Select
          label={t('campaigns_unassigned_to')}
          hideLabel
          value={campaignId}
          options={[
            { value: '', label: t('campaigns_unassigned_choose') },
            ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setCampaignId}
        />
        <Button
          kind="primary"
          pending={assign.pending}
          disabled={campaignId === '' || chosen.length === 0}
          onClick={() => void add()}
        >
          {t('campaigns_unassigned_add', { count: chosen.length })}
        </Button>
      </div>
      {assign.failed && <ErrorNote code={assign.failed} />}
    </section>
  );
}
