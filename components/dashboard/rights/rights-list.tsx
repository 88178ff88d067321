import { type PlatformId, platformIds } from '../../../utils/domain/platform.ts';
import {
  type RightsScope,
  type RightsView,
  rightsScopes,
  rightsViews,
} from '../../../utils/domain/rights-state.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import { type RightsCounts, type RightsFilter, useRights } from '../../hooks/use-rights.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { EmptyState, ErrorNote, Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useAddressState } from '../use-address-state.ts';
import type { Route } from '../use-route.ts';
import { ExportButton } from './export-button.tsx';
import { filterHash, isNarrow, readFilter } from './filter-state.ts';
import { RightsCard } from './rights-card.tsx';
import { type RightsT, useT } from './words.tsx';

function viewName(view: RightsView, counts: RightsCounts | null, t: RightsT): string {
  if (view === 'all') return t('rights_view_all');
  const name =
    view === 'expiring' || view === 'overdue' ? t(`rights_view_${view}`) : t(`rights_stand_${view}`);
  const count = counts?.[view];
  return count === undefined
    ? name
    : t('rights_view_count', { view: name, count: formatNumber(t.locale, count) });
}

/** The library of UGC. */
export function RightsList({ route }: { route: Route }) {
  const t = useT();
  const [filter, change] = useAddressState(route, readFilter, filterHash);
  const { rows, more, pending, failed, counts, showMore, again } = useRights(filter);
  const narrow = isNarrow(filter);
  return (
    <>
      <h1>{t('nav_rights')}</h1>
      <p class="soft">{t('rights_words')}</p>
      {counts && <Due counts={counts} view={filter.view} onShow={(view) => change({ view })} />}
      <FilterFields filter={filter} counts={counts} onChange={change} />
      {failed && <ErrorNote code={failed} again={again} />}
      {!rows && pending && <Skeleton lines={6} label={t('loading')} />}
      {rows?.length === 0 && !pending && (
        <EmptyState title={t(narrow ? 'rights_no_match' : 'rights_none')}>
          {t(narrow ? 'rights_no_match_next' : 'rights_none_next')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <>
          <ul class="rights-cards">
            {rows.map((grant) => (
              <RightsCard key={grant.id} grant={grant} />
            ))}
          </ul>
          <div class="rights-end">
            {more && (
              <Button pending={pending} onClick={showMore}>
                {t('rights_more')}
              </Button>
            )}
            <ExportButton filter={filter} />
          </div>
        </>
      )}
    </>
  );
}

/** What asks for something to be done. */
function Due({
  counts: { expiring, overdue },
  view,
  onShow,
}: {
  counts: RightsCounts;
  view: RightsView;
  onShow: (view: RightsView) => void;
}) {
  const t = useT();
  const due = (['overdue', 'expiring'] as const).map((kind) => ({
    kind,
    count: kind === 'overdue' ? overdue : expiring,
  }));
  return (
    <>
      {due.map(
        ({ kind, count }) =>
          count > 0 &&
          view !== kind && (
            <Note
              key={kind}
              kind="warn"
              action={<Button onClick={() => onShow(kind)}>{t('rights_show')}</Button>}
            >
              {t(`rights_${kind}`, { count })}
            </Note>
          ),
      )}
    </>
  );
}

function FilterFields({
  filter,
  counts,
  onChange,
}: {
  filter: RightsFilter;
  counts: RightsCounts | null;
  onChange: (filter: RightsFilter, typing?: boolean) => void;
}) {
  const t = useT();
  const { scope: _scope, platform: _platform, author: _author, ...rest } = filter;
  const { scope, platform, author } = filter;
  const narrowed = (next: {
    scope?: RightsScope | undefined;
    platform?: PlatformId | undefined;
    author?: string | undefined;
  }): RightsFilter => {
    const all = { scope, platform, author, ...next };
    return {
      ...rest,
      ...(all.scope ? { scope: all.scope } : {}),
      ...(all.platform ? { platform: all.platform } : {}),
      ...(all.author ? { author: all.author } : {}),
    };
  };
  const any = { value: '' as const, label: t('rights_filter_any') };
  return (
    <search class="form-row rights-filter">
      <Select
        label={t('rights_view')}
        value={filter.view}
        options={rightsViews.map((value) => ({ value, label: viewName(value, counts, t) }))}
        onChange={(view) => onChange({ ...filter, view })}
      />
      <Select
        label={t('rights_filter_scope')}
        value={scope ?? ''}
        options={[any, ...rightsScopes.map((value) => ({ value, label: t(`rights_scope_${value}`) }))]}
        onChange={(value) => onChange(narrowed({ scope: value || undefined }))}
      />
      <Select
        label={t('rights_filter_platform')}
        value={platform ?? ''}
        options={[any, ...platformIds.map((value) => ({ value, label: t(`platform_${value}`) }))]}
        onChange={(value) => onChange(narrowed({ platform: value || undefined }))}
      />
      <TextField
        label={t('rights_filter_author')}
        value={author ?? ''}
        maxLength={200}
        onInput={(value) => onChange(narrowed({ author: value || undefined }), true)}
      />
    </search>
  );
}
