import type { CampaignDetails } from '../../../utils/domain/campaign.ts';
import { entryConditions } from '../../../utils/domain/campaign-kinds.ts';
import { IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { NumberField } from './number-field.tsx';
import { type CampaignDraft, limits } from './use-campaign-draft.ts';
import { useT } from './words.tsx';

type Condition = CampaignDetails['conditions'][number];

/** Asked for by the field for countries. */
const offered = entryConditions.filter((kind) => kind !== 'country');
/** Of these there may be several: each asks for another text. */
const repeated: readonly Condition['kind'][] = ['text', 'hashtag'];

/** What a giveaway asks of an entry. What no page shows is offered too, and says so. */
export function ConditionsField({ draft }: { draft: CampaignDraft }) {
  const t = useT();
  const { conditions } = draft.details;
  const put = (at: number, next: Condition | null) =>
    draft.set({
      conditions: conditions.flatMap((one, place) => (place === at ? (next ? [next] : []) : [one])),
    });
  const left = offered.filter(
    (kind) => repeated.includes(kind) || !conditions.some((one) => one.kind === kind),
  );
  return (
    <fieldset class="campaign-group">
      <legend>{t('campaigns_conditions')}</legend>
      <ul class="campaign-conditions">
        {conditions.map((condition, at) => (
          <li key={at}>
            <span class="campaign-condition">
              <span>{t(`campaigns_condition_${condition.kind}`)}</span>
              {repeated.includes(condition.kind) && (
                <TextField
                  label={t('campaigns_fact', {
                    name: t('campaigns_condition_value'),
                    value: t(`campaigns_condition_${condition.kind}`),
                  })}
                  hideLabel
                  value={condition.text ?? ''}
                  maxLength={limits.line}
                  placeholder={
                    condition.kind === 'hashtag' ? t('campaigns_condition_any_hashtag') : undefined
                  }
                  onInput={(text) => put(at, { ...condition, text })}
                />
              )}
              {condition.kind === 'mentions' && (
                <NumberField
                  label={t('campaigns_condition_count')}
                  value={condition.count ?? 1}
                  min={1}
                  max={limits.mentions}
                  error={
                    draft.faults.mentions && t('campaigns_number_wrong', { from: 1, to: limits.mentions })
                  }
                  onChange={(count) => put(at, { ...condition, count })}
                />
              )}
              <IconButton
                icon="remove"
                label={t('remove_named', { name: t(`campaigns_condition_${condition.kind}`) })}
                onClick={() => put(at, null)}
              />
            </span>
            {(condition.kind === 'like' || condition.kind === 'follow') && (
              <p class="field-hint">{t('campaigns_condition_unseen')}</p>
            )}
          </li>
        ))}
      </ul>
      {left.length > 0 && conditions.length < 20 && (
        <Select
          label={t('campaigns_condition_add')}
          hideLabel
          value=""
          options={[
            { value: '', label: t('campaigns_condition_choose') },
            ...left.map((kind) => ({ value: kind, label: t(`campaigns_condition_${kind}`) })),
          ]}
          onChange={(kind) => {
            const chosen = offered.find((one) => one === kind);
            if (chosen)
              draft.set({
                conditions: [...conditions, { kind: chosen, ...(chosen === 'mentions' ? { count: 1 } : {}) }],
              });
          }}
        />
      )}
    </fieldset>
  );
}
