import type { Ref } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import {
  type CreatorFilter,
  type CreatorRow,
  dueChoices,
  type SortKey,
  sortKeys,
} from '../../../utils/domain/creator-list.ts';
import {
  type Facet,
  type FilterSurroundings,
  facetCounts,
  isEmptyFilter,
} from '../../../utils/domain/creator-search.ts';
import { platformIds } from '../../../utils/domain/platform.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { creatorRoles, creatorStatuses } from '../../../utils/domain/vocabulary.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Drawing, Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { useT } from '../words.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { startsDescending } from './columns.ts';
import { type ListState, longestQuery } from './list-address.ts';

/** Searching, narrowing and, where there is no row of titles to click on, ordering. */
export function FilterBar({
  rows,
  tags,
  state,
  surroundings,
  searchRef,
  onChange,
  onDown,
}: {
  rows: readonly CreatorRow[];
  tags: readonly Tag[];
  state: ListState;
  surroundings: FilterSurroundings;
  searchRef: Ref<HTMLInputElement>;
  onChange: (next: ListState, typing?: boolean) => void;
  /** Arrow down in the search goes into the list */
  onDown: () => void;
}) {
  const t = useT();
  const { filter, sort } = state;
  // in a narrow window the choices are folded away
  const [open, setOpen] = useState(false);
  const set = (changes: CreatorFilter, typing = false) =>
    onChange({ ...state, filter: { ...filter, ...changes } }, typing);
  const counts = (facet: Facet) => () => facetCounts(rows, filter, facet, surroundings);
  const some = <V,>(chosen: V[]) => (chosen.length ? chosen : undefined);
  const platforms = useMemo(() => {
    const present = new Set(rows.flatMap(({ accounts }) => accounts.map(({ platform }) => platform)));
    return platformIds.filter((id) => present.has(id) || filter.platforms?.includes(id));
  }, [rows, filter.platforms]);

  return (
    <search class={`creators-filters folds${open ? ' open' : ''}`}>
      <div class="creators-search">
        <Drawing path="M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10.6 10.6 14 14" />
        <input
          ref={searchRef}
          class="input"
          type="text"
          dir="auto"
          aria-label={t('creators_search')}
          aria-keyshortcuts="/"
          placeholder={t('creators_search')}
          autocomplete="off"
          spellcheck={false}
          maxLength={longestQuery}
          value={filter.text ?? ''}
          onInput={(event) => set({ text: event.currentTarget.value || undefined }, true)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              onDown();
            } else if (event.key === 'Escape' && filter.text) {
              event.stopPropagation();
              set({ text: undefined }, true);
            }
          }}
        />
        {filter.text && (
          <IconButton
            icon="close"
            label={t('creators_clear_search')}
            onClick={() => set({ text: undefined }, true)}
          />
        )}
      </div>
      <button
        type="button"
        class={`button creators-menu-button creators-fold${isEmptyFilter({ ...filter, text: undefined }) ? '' : ' on'}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('creators_filter')} <Icon name={open ? 'up' : 'down'} />
      </button>
      <ChoiceMenu
        label={t('status')}
        choices={creatorStatuses.map((value) => ({ value, label: t(`status_${value}`) }))}
        chosen={filter.statuses ?? []}
        counts={counts('statuses')}
        onChange={(chosen) => set({ statuses: some(chosen) })}
      />
      <ChoiceMenu
        label={t('due')}
        choices={dueChoices.map((value) => ({ value, label: t(`creators_due_${value}`) }))}
        chosen={filter.due ?? []}
        counts={counts('due')}
        onChange={(chosen) => set({ due: some(chosen) })}
      />
      <ChoiceMenu
        label={t('tags')}
        choices={tags.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={filter.tagIds ?? []}
        counts={counts('tagIds')}
        onChange={(chosen) => set({ tagIds: some(chosen) })}
      />
      <ChoiceMenu
        label={t('creators_platform')}
        choices={platforms.map((value) => ({ value, label: t(`platform_${value}`) }))}
        chosen={filter.platforms ?? []}
        counts={counts('platforms')}
        onChange={(chosen) => set({ platforms: some(chosen) })}
      />
      <ChoiceMenu
        label={t('role')}
        choices={creatorRoles.map((value) => ({ value, label: t(`role_${value}`) }))}
        chosen={filter.roles ?? []}
        counts={counts('roles')}
        onChange={(chosen) => set({ roles: some(chosen) })}
      />
      <button
        type="button"
        class={`button creators-menu-button creators-stopped${filter.doNotContact ? ' on' : ''}`}
        aria-pressed={filter.doNotContact === true}
        onClick={() => set({ doNotContact: filter.doNotContact ? undefined : true })}
      >
        {t('do_not_contact')}
      </button>
      <div class="creators-sort">
        <Select<SortKey>
          label={t('creators_sort')}
          hideLabel
          value={sort.by}
          options={sortKeys.map((value) => ({ value, label: t(`creators_sort_${value}`) }))}
          onChange={(by) => onChange({ ...state, sort: { by, descending: startsDescending(by) } })}
        />
        <IconButton
          icon={sort.descending ? 'down' : 'up'}
          label={t(sort.descending ? 'creators_descending' : 'creators_ascending')}
          onClick={() => onChange({ ...state, sort: { ...sort, descending: !sort.descending } })}
        />
      </div>
      {!isEmptyFilter(filter) && (
        <Button kind="quiet" onClick={() => onChange({ sort, filter: {} })}>
          {t('creators_clear_filter')}
        </Button>
      )}
    </search>
  );
}
