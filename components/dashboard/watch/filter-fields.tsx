import { changeKinds, severities } from '../../../utils/domain/change-kind.ts';
import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import { Select } from '../../ui/select.tsx';
import { type ChangeFilter, shownStates } from './filter-state.ts';
import { useT } from './words.tsx';

/** Which changes are shown: of whom, on which page, of which kind, how grave, read or muted. */
export function FilterFields({
  filter,
  watchlist,
  onChange,
}: {
  filter: ChangeFilter;
  watchlist: readonly WatchlistRow[];
  onChange: (filter: ChangeFilter) => void;
}) {
  const t = useT();
  const pages = watchlist.find(({ competitor }) => competitor.id === filter.competitorId)?.pages ?? [];
  const everything = { value: '' as const, label: t('watch_filter_all') };
  return (
    <search class="form-row watch-filter">
      <Select
        label={t('watch_filter_competitor')}
        value={filter.competitorId}
        options={[
          everything,
          ...watchlist.map(({ competitor: { id, name } }) => ({ value: id, label: name })),
        ]}
        onChange={(competitorId) => onChange({ ...filter, competitorId, watchedPageId: '' })}
      />
      {pages.length > 1 && (
        <Select
          label={t('watch_filter_page')}
          value={filter.watchedPageId}
          options={[everything, ...pages.map(({ id, title, url }) => ({ value: id, label: title || url }))]}
          onChange={(watchedPageId) => onChange({ ...filter, watchedPageId })}
        />
      )}
      <Select
        label={t('watch_filter_kind')}
        value={filter.kind}
        options={[everything, ...changeKinds.map((value) => ({ value, label: t(`watch_kind_${value}`) }))]}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <Select
        label={t('watch_filter_severity')}
        value={filter.severity}
        options={[
          everything,
          ...severities
            .filter((value) => value !== 'low')
            .map((value) => ({ value, label: t(`watch_from_${value as 'medium' | 'high'}`) })),
        ]}
        onChange={(severity) => onChange({ ...filter, severity })}
      />
      <Select
        label={t('watch_filter_shown')}
        value={filter.shown}
        options={shownStates.map((value) => ({ value, label: t(`watch_shown_${value}`) }))}
        onChange={(shown) => onChange({ ...filter, shown })}
      />
    </search>
  );
}
