import { type CaseState, caseStates } from '../../utils/domain/case-state.ts';
import type { CaseCounts, CaseFilter } from '../../utils/messaging/protocol/cases.ts';
import { Select } from '../ui/select.tsx';
import { useT } from './words.tsx';

/** What of the queue is shown. */
export interface QueueFilter {
  show: 'all' | 'overdue' | 'urgent';
  /** who has it; empty: whoever, `us`: nobody else */
  owner: '' | 'us' | `of ${string}`;
  state: '' | CaseState;
}
export const everything: QueueFilter = { show: 'all', owner: '', state: '' };

/** The filter as the background takes it. */
export function asked({ show, owner, state }: QueueFilter): CaseFilter {
  return {
    ...(show === 'overdue' ? { overdue: true } : {}),
    ...(show === 'urgent' ? { urgent: true } : {}),
    ...(owner === '' ? {} : { owner: owner === 'us' ? null : owner.slice(3) }),
    ...(state === '' ? {} : { states: [state] }),
  };
}

const shows = ['all', 'overdue', 'urgent'] as const;

/** Narrows the queue down; each choice says how many it shows. */
export function FilterBar({
  filter,
  counts,
  onChange,
}: {
  filter: QueueFilter;
  counts: CaseCounts | null;
  onChange: (filter: QueueFilter) => void;
}) {
  const t = useT();
  const countOf = {
    all: counts && counts.open + counts.replied,
    overdue: counts?.overdue,
    urgent: counts?.urgent,
  };
  const owners = counts?.byOwner ?? [];
  return (
    <div class="queue-filter">
      <fieldset class="queue-chips">
        <legend class="sr-only">{t('queue_filter')}</legend>
        {shows.map((show) => (
          <button
            key={show}
            type="button"
            class={`queue-chip${show === 'overdue' && (countOf.overdue ?? 0) > 0 ? ' overdue' : ''}`}
            aria-pressed={filter.show === show}
            onClick={() => onChange({ ...filter, show })}
          >
            {counts ? t(`queue_show_${show}`, { number: countOf[show] ?? 0 }) : t(`queue_show_${show}_plain`)}
          </button>
        ))}
      </fieldset>
      <Select
        label={t('queue_filter_owner')}
        value={filter.owner}
        options={[
          { value: '' as QueueFilter['owner'], label: t('queue_anybody') },
          ...owners.map(({ owner, count }) => ({
            value: (owner === null ? 'us' : `of ${owner}`) as QueueFilter['owner'],
            label: `${owner ?? t('queue_us')} · ${count}`,
          })),
          // the one that is chosen stays to be seen when its last case is done
          ...(filter.owner !== '' &&
          !owners.some(({ owner }) => (owner === null ? 'us' : `of ${owner}`) === filter.owner)
            ? [
                {
                  value: filter.owner,
                  label: filter.owner === 'us' ? t('queue_us') : filter.owner.slice(3),
                },
              ]
            : []),
        ]}
        onChange={(owner) => onChange({ ...filter, owner })}
      />
      <Select
        label={t('queue_filter_state')}
        value={filter.state}
        options={[
          { value: '' as QueueFilter['state'], label: t('queue_any_state') },
          ...caseStates
            .filter((state) => state !== 'closed')
            .map((state) => ({ value: state as QueueFilter['state'], label: t(`queue_state_${state}`) })),
        ]}
        onChange={(state) => onChange({ ...filter, state })}
      />
    </div>
  );
}
