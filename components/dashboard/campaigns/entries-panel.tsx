import { useRef, useState } from 'preact/hooks';
import type { Campaign } from '../../../utils/domain/campaign.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import type { EntryView } from '../../../utils/messaging/protocol/campaigns.ts';
import { useEntries } from '../../hooks/use-entries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { EntryRow } from './entry-row.tsx';
import { useT } from './words.tsx';

const views: readonly EntryView[] = ['all', 'eligible', 'open', 'out', 'copied'];

/** The entries of a campaign page by page, each with what came of the rules and why. */
export function EntriesPanel({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const [view, setView] = useState<EntryView>('all');
  const { rows, more, pending, failed, counts, copied, showMore, again } = useEntries(campaign.id, view);
  const list = useRef<HTMLUListElement>(null);
  const count = (of: EntryView) => (of === 'copied' ? copied : counts?.[of]);
  if (failed && !rows) return <ErrorNote code={failed} again={again} />;
  if (!rows || !counts) return <Skeleton lines={8} label={t('loading')} />;
  if (counts.all === 0)
    return <EmptyState title={t('campaigns_entries_none')}>{t('campaigns_entries_none_next')}</EmptyState>;
  return (
    <section aria-label={t('campaigns_part_entries')}>
      <div class="narrow">
        <Select
          label={t('campaigns_view')}
          value={view}
          options={views.map((value) => ({
            value,
            label: t(`campaigns_view_${value}`, { count: formatNumber(t.locale, count(value) ?? 0) }),
          }))}
          onChange={setView}
        />
      </div>
      {failed && <ErrorNote code={failed} again={again} />}
      {rows.length === 0 && <EmptyState title={t('campaigns_entries_none_view')} />}
      <ul ref={list} class="rows campaign-entries" tabIndex={-1}>
        {rows.map((row) => (
          <EntryRow key={row.entry.id} row={row} countries={campaign.countries} />
        ))}
      </ul>
      {more && (
        <Button pending={pending} onClick={showMore}>
          {t('campaigns_more')}
        </Button>
      )}
    </section>
  );
}
