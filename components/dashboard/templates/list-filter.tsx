import type { Ref } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { platformIds } from '../../../utils/domain/platform.ts';
import type { Day } from '../../../utils/domain/record.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Drawing, Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { ChoiceMenu } from '../creators/choice-menu.tsx';
import { FolderMenu } from './folder-menu.tsx';
import { countBy, type TemplateRow } from './list-rows.ts';
import { isPlain, type ListState, shelves, sorts } from './list-state.ts';
import { useT } from './words.tsx';

/** Searching, narrowing and ordering the list. */
export function ListFilter({
  rows,
  state,
  today,
  searchRef,
  onChange,
  onDown,
}: {
  rows: readonly TemplateRow[];
  state: ListState;
  today: Day;
  searchRef: Ref<HTMLInputElement>;
  onChange: (changes: Partial<ListState>) => void;
  /** Arrow down in the search goes into the list */
  onDown: () => void;
}) {
  const t = useT();
  // in a narrow window the choices are folded away
  const [open, setOpen] = useState(false);
  const present = useMemo(() => {
    const tags = new Set<string>();
    const platforms = new Set<string>();
    for (const { template } of rows) {
      for (const tag of template.tags) tags.add(tag);
      for (const id of template.platforms) platforms.add(id);
    }
    return { tags: [...tags].sort(new Intl.Collator(t.locale).compare), platforms };
  }, [rows, t.locale]);
  const clear = { text: '', folder: null, tags: [], platforms: [] };

  return (
    <search class={`creators-filters folds${open ? ' open' : ''}`}>
      <div class="creators-search">
        <Drawing path="M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10.6 10.6 14 14" />
        <input
          ref={searchRef}
          class="input"
          type="text"
          dir="auto"
          aria-label={t('templates_search')}
          aria-keyshortcuts="/"
          placeholder={t('templates_search')}
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          value={state.text}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              onDown();
            } else if (event.key === 'Escape' && state.text) {
              event.stopPropagation();
              onChange({ text: '' });
            }
          }}
        />
        {state.text && (
          <IconButton
            icon="close"
            label={t('templates_clear_search')}
            onClick={() => onChange({ text: '' })}
          />
        )}
      </div>
      <button
        type="button"
        class={`button creators-menu-button creators-fold${isPlain({ ...state, text: '' }) ? '' : ' on'}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('templates_filter')} <Icon name={open ? 'up' : 'down'} />
      </button>
      <FolderMenu rows={rows} state={state} today={today} onChange={(folder) => onChange({ folder })} />
      <ChoiceMenu
        label={t('tags')}
        choices={present.tags.map((tag) => ({ value: tag, label: tag }))}
        chosen={state.tags}
        counts={() => countBy(rows, state, today, 'tags', ({ tags }) => tags)}
        onChange={(tags) => onChange({ tags })}
      />
      <ChoiceMenu
        label={t('templates_site')}
        choices={platformIds
          .filter((id) => present.platforms.has(id) || state.platforms.includes(id))
          .map((value) => ({ value, label: t(`platform_${value}`) }))}
        chosen={state.platforms}
        counts={() =>
          countBy(rows, state, today, 'platforms', ({ platforms }) =>
            platforms.length ? platforms : platformIds,
          )
        }
        onChange={(platforms) => onChange({ platforms })}
      />
      <div class="templates-selects">
        <Select
          label={t('templates_shelf')}
          hideLabel
          value={state.shelf}
          options={shelves.map((value) => ({ value, label: t(`templates_shelf_${value}`) }))}
          onChange={(shelf) => onChange({ shelf })}
        />
        <Select
          label={t('templates_sort')}
          hideLabel
          value={state.sort}
          options={sorts.map((value) => ({ value, label: t(`templates_sort_${value}`) }))}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
      {!isPlain(state) && (
        <Button kind="quiet" onClick={() => onChange(clear)}>
          {t('templates_clear_filter')}
        </Button>
      )}
    </search>
  );
}
