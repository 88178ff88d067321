import type { WatchedPage, WatchlistRow } from '../../../utils/domain/competitor.ts';
import { useChanges } from '../../hooks/use-changes.ts';
import { useWatchDigest, useWatchList } from '../../hooks/use-watch.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { WebLink } from '../person/web-link.tsx';
import type { Route } from '../use-route.ts';
import { ChangeList } from './change-list.tsx';
import { Freshness } from './competitor-links.tsx';
import { ExportLooks } from './export-panel.tsx';
import { LookPanel } from './look-panel.tsx';
import { MuteList } from './mute-list.tsx';
import { RefreshPanel } from './refresh-panel.tsx';
import { SeriesPanel } from './series-panel.tsx';
import { Timeline } from './timeline.tsx';
import { useT } from './words.tsx';

/** One competitor: each watched page with what changed on it, its looks, its figures, and what is muted. */
export function CompetitorPage({ route }: { route: Route }) {
  const t = useT();
  const list = useWatchList();
  const row = list.value?.rows.find(({ competitor }) => competitor.id === route.id);
  return (
    <>
      <p>
        <a href="#/watch">{t('watch_back')}</a>
      </p>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {list.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {list.value && !row && <EmptyState title={t('watch_competitor_gone')} />}
      {row && <Competitor row={row} query={route.query} />}
    </>
  );
}

function Competitor({ row, query }: { row: WatchlistRow; query: URLSearchParams }) {
  const t = useT();
  const { competitor, pages } = row;
  const page = pages.find(({ id }) => id === query.get('page')) ?? pages[0];
  return (
    <>
      <div class="watch-head">
        <h1 dir="auto">{competitor.name}</h1>
        <span class={`tier ${competitor.tier}`}>{t(`tier_${competitor.tier}`)}</span>
      </div>
      {!page && <EmptyState title={t('watch_no_page')} />}
      {page && pages.length > 1 && (
        <div class="narrow">
          <Select
            label={t('watch_filter_page')}
            value={page.id}
            options={pages.map(({ id, title, url }) => ({ value: id, label: title || url }))}
            onChange={(id) => {
              location.hash = `#/watch/${competitor.id}?page=${id}`;
            }}
          />
        </div>
      )}
      {page && <Page key={page.id} page={page} name={competitor.name} query={query} />}
      <MuteList row={row} />
    </>
  );
}

function Page({ page, name, query }: { page: WatchedPage; name: string; query: URLSearchParams }) {
  const digest = useWatchDigest();
  const state = digest.value?.rows
    .flatMap(({ pages }) => pages)
    .find(({ watchedPageId }) => watchedPageId === page.id);
  const snapshotId = query.get('look');
  const at = query.get('at');
  return (
    <>
      <div class="watch-page-head">
        <WebLink address={page.url}>
          <bdi>{page.title || page.url}</bdi>
        </WebLink>
        {state && <Freshness pages={[state]} staleDays={digest.value?.staleDays ?? 0} />}
      </div>
      {snapshotId && at && (
        <LookPanel
          key={snapshotId}
          page={page}
          name={name}
          snapshotId={snapshotId}
          at={at}
          beforeId={query.get('before') ?? undefined}
        />
      )}
      <PageChanges page={page} name={name} />
      <SeriesPanel page={page} />
      <Timeline page={page} current={snapshotId ?? ''} />
      <ExportLooks page={page} />
      <RefreshPanel page={page} />
    </>
  );
}

/** Fewer than on the page of all changes: the looks and figures stand below. */
const shortList = 20;

function PageChanges({ page, name }: { page: WatchedPage; name: string }) {
  const t = useT();
  const { changes, more, pending, failed, showMore, again } = useChanges(
    { watchedPageId: page.id, muted: false },
    shortList,
  );
  return (
    <section class="panel" aria-labelledby="watch-changes">
      <h2 id="watch-changes">{t('watch_title')}</h2>
      {failed && <ErrorNote code={failed} again={again} />}
      {!changes && !failed && <Skeleton lines={4} label={t('loading')} />}
      {changes?.length === 0 && !more && (
        <EmptyState title={t('watch_no_changes')}>{t('watch_no_changes_next')}</EmptyState>
      )}
      {changes && changes.length > 0 && (
        <ChangeList changes={changes} about={{ name, address: page.url }} level={3} />
      )}
      {changes && more && (
        <Button pending={pending} onClick={showMore}>
          {t('watch_older')}
        </Button>
      )}
    </section>
  );
}
