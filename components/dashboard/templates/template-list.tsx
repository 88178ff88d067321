import { useEffect, useMemo, useRef } from 'preact/hooks';
import { staleTemplates } from '../../../utils/templates/stale-templates.ts';
import { useTemplates } from '../../hooks/use-templates.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useToday } from '../creators/use-today.ts';
import type { Route } from '../use-route.ts';
import { EmptyTemplates } from './empty-templates.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ListFilter } from './list-filter.tsx';
import { fits, isOn, sorted, type TemplateRow } from './list-rows.ts';
import { isPlain, type ListState, listHash } from './list-state.ts';
import { TemplateGrid } from './template-grid.tsx';
import { noteList, useListState } from './use-list-state.ts';
import { useSearch } from './use-search.ts';
import { useT } from './words.tsx';

/** The list: search, folders, tags, sites, order; what is due for a look; exports. */
export function TemplateList({ route }: { route: Route }) {
  const t = useT();
  const list = useTemplates();
  const today = useToday();
  const [state, change] = useListState(route);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { templates, figures } = list;

  const rows = useMemo<TemplateRow[]>(
    () => templates.map((template) => ({ template, figures: figures.get(template.id) })),
    [templates, figures],
  );
  const find = useSearch(templates);
  const shown = useMemo(
    () => shownRows(rows, state, today, t.locale, find),
    [rows, state, today, t.locale, find],
  );
  const stale = useMemo(() => staleTemplates(templates, today).length, [templates, today]);
  useEffect(() => noteList(state), [state]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest(
        'input, textarea, select, dialog, [contenteditable]',
      );
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key !== '/') return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  const none = list.state === 'ready' && templates.length === 0;
  const all = rows.filter(({ template }) => isOn(template, state.shelf, today)).length;
  return (
    <div class={`creators templates${none ? ' none' : ''}`}>
      <header class="creators-top">
        <h1>{t('nav_templates')}</h1>
        <div class="creators-buttons">
          {!none && templates.length > 0 && <ExportMenu rows={shown} />}
          <a class="button" href="#/templates/import">
            {t('templates_import')}
          </a>
          <a class="button primary templates-new" href="#/template/new">
            {t('templates_new')}
          </a>
        </div>
      </header>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {list.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {none && <EmptyTemplates />}
      {templates.length > 0 && (
        <>
          <ListFilter
            rows={rows}
            state={state}
            today={today}
            searchRef={search}
            onChange={change}
            onDown={() => grid.current?.focus()}
          />
          <p class="creators-bar soft" role="status">
            <span>
              {shown.length === all
                ? t('templates_count', { count: all })
                : t('templates_shown', { shown: shown.length, count: all })}
            </span>
            {stale > 0 && state.shelf !== 'review' && (
              <Button kind="quiet" icon="warn" onClick={() => change({ shelf: 'review' })}>
                {t('templates_to_review', { count: stale })}
              </Button>
            )}
          </p>
          {shown.length > 0 ? (
            <TemplateGrid rows={shown} today={today} question={listHash(state)} gridRef={grid} />
          ) : (
            <Nothing state={state} onChange={change} />
          )}
        </>
      )}
    </div>
  );
}

/** What fits the filter; a search orders by how well it fits. */
function shownRows(
  rows: readonly TemplateRow[],
  state: ListState,
  today: string,
  locale: string,
  find: (text: string) => ReadonlyMap<string, number> | null,
): TemplateRow[] {
  const fitting = rows.filter(({ template }) => fits(template, state, today));
  const places = find(state.text);
  if (!places) return sorted(fitting, state.sort, locale);
  const place = ({ template }: TemplateRow) => places.get(template.id) ?? Number.POSITIVE_INFINITY;
  return fitting.filter((row) => places.has(row.template.id)).sort((a, b) => place(a) - place(b));
}

function Nothing({ state, onChange }: { state: ListState; onChange: (changes: Partial<ListState>) => void }) {
  const t = useT();
  if (isPlain(state)) return <EmptyState title={t(`templates_nothing_${state.shelf}`)} />;
  return (
    <EmptyState title={t('templates_nothing')}>
      <Button onClick={() => onChange({ text: '', folder: null, tags: [], platforms: [] })}>
        {t('templates_clear_filter')}
      </Button>
    </EmptyState>
  );
}
