import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useCreatorRows } from '../../hooks/use-creator-rows.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import type { Route } from '../use-route.ts';
import { useT } from '../words.ts';
import { AddCreator } from './add-creator.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CreatorGrid } from './creator-grid.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { listHash } from './list-address.ts';
import { NothingFound } from './nothing-found.tsx';
import { useExports } from './use-exports.ts';
import { useListState } from './use-list-state.ts';
import { useSelection } from './use-selection.ts';
import { useShownRows } from './use-shown-rows.ts';
import { useToday } from './use-today.ts';
import { ViewBar } from './view-bar.tsx';
import './creators.css';

/** The creator list: search, filter, sort, saved views, selection and exports over every creator of the notebook. */
export function CreatorsPage({ route }: { route: Route }) {
  const t = useT();
  const list = useCreatorRows();
  const tagList = useQuery('tag.list', {}, ['creators']);
  const today = useToday();
  const [state, change] = useListState(route);
  const selection = useSelection(list.rows);
  const [adding, setAdding] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const tags = useMemo(
    () => (tagList.value?.tags ?? []).toSorted((a, b) => a.name.localeCompare(b.name, t.locale)),
    [tagList.value, t.locale],
  );
  const tagsById = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags]);
  const surroundings = useMemo(() => ({ today, tags }), [today, tags]);
  const shown = useShownRows(list.rows, state, surroundings, t.locale);
  const exports = useExports(shown, tagsById);
  const hidden = useMemo(() => {
    if (selection.ids.size === 0 || shown.length === list.rows.length) return 0;
    return selection.ids.size - shown.filter(({ id }) => selection.ids.has(id)).length;
  }, [selection.ids, shown, list.rows]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.closest('input:not([type="checkbox"]), textarea, select, dialog');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '/') {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      } else if (event.key === 'Escape' && !event.defaultPrevented) selection.clear();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [selection.clear]);

  const none = list.state === 'ready' && list.rows.length === 0;
  const loading = list.state === 'loading';
  return (
    <div class={`creators${none ? ' none' : ''}`}>
      <header class="creators-top">
        <h1>{t('creators_title')}</h1>
        <div class="creators-buttons">
          {!none && (
            <>
              <ExportMenu
                exports={exports}
                count={list.state === 'ready' ? shown.length : 0}
                updating={list.stale}
                hint={t('creators_export_shown', { count: shown.length })}
              />
              <a class="button" href="#/import">
                {t('creators_import')}
              </a>
            </>
          )}
          <Button kind="primary" icon="add" onClick={() => setAdding(true)}>
            {t('creators_add')}
          </Button>
        </div>
      </header>
      {adding && <AddCreator onClose={() => setAdding(false)} />}
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {loading && !list.code && <Skeleton lines={8} label={t('loading')} />}
      {none && (
        <EmptyState title={t('creators_none')}>
          <p>{t('creators_none_page')}</p>
          <p>
            <a href="#/import">{t('creators_none_import')}</a>
          </p>
        </EmptyState>
      )}
      {list.rows.length > 0 && (
        <>
          <ViewBar state={state} onChange={change} />
          <FilterBar
            rows={list.rows}
            tags={tags}
            state={state}
            surroundings={surroundings}
            searchRef={search}
            onChange={change}
            onDown={() => grid.current?.focus()}
          />
          {selection.rows.length > 0 ? (
            <BulkBar
              chosen={selection.rows}
              hidden={hidden}
              tags={tags}
              tagsById={tagsById}
              today={today}
              updating={list.stale}
              onClear={() => {
                selection.clear();
                grid.current?.focus();
              }}
            />
          ) : (
            <p class="creators-bar soft" role="status">
              {list.state === 'partial'
                ? t('creators_loaded', { loaded: list.rows.length, total: list.total })
                : shown.length === list.rows.length
                  ? t('creators_count', { count: shown.length })
                  : t('creators_shown', { shown: shown.length, count: list.rows.length })}
            </p>
          )}
          {shown.length > 0 ? (
            <CreatorGrid
              rows={shown}
              sort={state.sort}
              selection={selection}
              tags={tagsById}
              today={today}
              question={listHash({ filter: state.filter, sort: state.sort })}
              gridRef={grid}
              onSort={(sort) => change({ ...state, sort })}
            />
          ) : (
            <NothingFound
              state={state}
              tags={tagsById}
              loading={list.state === 'partial'}
              onClear={() => {
                change({ sort: state.sort, filter: {} });
                search.current?.focus();
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
