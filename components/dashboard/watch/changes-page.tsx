import { useMemo } from 'preact/hooks';
import type { Input } from '../../../utils/messaging/protocol.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useChanges } from '../../hooks/use-changes.ts';
import { useWatchDigest, useWatchList } from '../../hooks/use-watch.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import type { Route } from '../use-route.ts';
import { ChangeList } from './change-list.tsx';
import { CompetitorLinks } from './competitor-links.tsx';
import { FilterFields } from './filter-fields.tsx';
import { type ChangeFilter, filterHash, gravesFrom, readFilter } from './filter-state.ts';
import { SpacePanel } from './space-panel.tsx';
import { useT } from './words.tsx';

/** As `change.read` takes them. */
const mostIds = 1_000;

type Asked = Input<'change.list'>['filter'];

/** The filter as the background takes it. Muted changes are listed only where they are asked for. */
function asked({ competitorId, watchedPageId, kind, severity, shown }: ChangeFilter): Asked {
  return {
    ...(competitorId ? { competitorId } : {}),
    ...(watchedPageId ? { watchedPageId } : {}),
    ...(kind ? { kinds: [kind] } : {}),
    ...(severity ? { severities: gravesFrom(severity) } : {}),
    ...(shown === 'unread' ? { unread: true } : {}),
    muted: shown === 'muted',
  };
}

/** What changed, in sentences, newest first. */
export function ChangesPage({ route }: { route: Route }) {
  const t = useT();
  const notify = useNotify();
  const filter = useMemo(() => readFilter(route.query), [route]);
  const list = useWatchList();
  const digest = useWatchDigest();
  const { changes, more, pending, failed, showMore, again } = useChanges(asked(filter));
  const read = useAction('change.read');
  const watchlist = list.value?.rows ?? [];
  const open = changes?.filter((change) => !change.read && !change.muted) ?? [];
  // narrowed to some kinds or one page: what is not on the screen stays unread
  const isNarrow = filter.kind !== '' || filter.severity !== '' || filter.watchedPageId !== '';
  const newest = changes?.[0];

  const readAll = async () => {
    if (!newest) return;
    const which = isNarrow
      ? { changeIds: open.slice(0, mostIds).map(({ id }) => id) }
      : { competitorId: filter.competitorId || null, until: newest.foundAt };
    const result = await read.run({ which });
    if (result.ok) notify({ text: t('watch_read_count', { count: result.value.read }) });
  };

  return (
    <>
      <h1>{t('watch_title')}</h1>
      <p class="soft">{t('watch_words')}</p>
      <p class="watch-links">
        <a href="#/watch/compare">{t('watch_compare_title')}</a>
        <a href="#/watch/report">{t('watch_report_title')}</a>
      </p>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {list.value && watchlist.length === 0 && (
        <EmptyState title={t('watch_nobody')}>{t('watch_nobody_next')}</EmptyState>
      )}
      {watchlist.length > 0 && (
        <>
          <CompetitorLinks watchlist={watchlist} digest={digest.value} />
          <FilterFields
            filter={filter}
            watchlist={watchlist}
            onChange={(next) => {
              location.hash = filterHash(next);
            }}
          />
        </>
      )}
      {failed && <ErrorNote code={failed} again={again} />}
      {!changes && !failed && <Skeleton lines={8} label={t('loading')} />}
      {changes?.length === 0 && !more && watchlist.length > 0 && (
        <EmptyState title={t(filterHash(filter) === '#/watch' ? 'watch_no_changes' : 'watch_none_fits')}>
          {t('watch_no_changes_next')}
        </EmptyState>
      )}
      {changes && changes.length > 0 && (
        <>
          {open.length > 0 && (
            <div>
              <Button icon="check" pending={read.pending} onClick={() => void readAll()}>
                {t(isNarrow ? 'watch_read_shown' : 'watch_read_all')}
              </Button>
              {read.failed && <ErrorNote code={read.failed} />}
            </div>
          )}
          <ChangeList changes={changes} watchlist={watchlist} level={2} />
        </>
      )}
      {changes && more && (
        <div>
          <Button pending={pending} onClick={showMore}>
            {t('watch_older')}
          </Button>
        </div>
      )}
      {watchlist.length > 0 && <SpacePanel />}
    </>
  );
}
