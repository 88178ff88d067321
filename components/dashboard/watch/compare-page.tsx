import { useState } from 'preact/hooks';
import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import { useAllSeries } from '../../hooks/use-all-series.ts';
import { useWatchList } from '../../hooks/use-watch.ts';
import { CheckField } from '../../ui/field.tsx';
import { EmptyState, ErrorNote, Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { figuresOf } from './compare-figures.ts';
import { FigureTable } from './figure-table.tsx';
import { useT } from './words.tsx';

/** Ours first, then in the order of the watchlist. */
export function ownFirst(rows: readonly WatchlistRow[]): WatchlistRow[] {
  const isOwn = ({ competitor }: WatchlistRow) => competitor.tier === 'own';
  return [...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row))];
}

/** Several competitors beside our own shop, in figures. */
export function ComparePage() {
  const t = useT();
  const list = useWatchList();
  const rows = list.value && ownFirst(list.value.rows);
  return (
    <>
      <p>
        <a href="#/watch">{t('watch_back')}</a>
      </p>
      <h1>{t('watch_compare_title')}</h1>
      <p class="soft">{t('watch_compare_words')}</p>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {list.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
      {rows?.length === 0 && <EmptyState title={t('watch_nobody')}>{t('watch_nobody_next')}</EmptyState>}
      {rows && rows.length > 0 && <Compared rows={rows} />}
    </>
  );
}

function Compared({ rows }: { rows: readonly WatchlistRow[] }) {
  const t = useT();
  // ideas are looked at for their look, not for their figures
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(rows.flatMap(({ competitor: { id, tier } }) => (tier === 'inspiration' ? [id] : []))),
  );
  const chosen = rows.filter(({ competitor }) => !left.has(competitor.id));
  const { series, failed, again } = useAllSeries(chosen.flatMap(({ pages }) => pages.map(({ id }) => id)));
  const turn = (id: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const made =
    series &&
    chosen.map(({ competitor, pages }) => ({
      competitor,
      figures: figuresOf(pages.flatMap(({ id }) => series.get(id) ?? [])),
    }));
  return (
    <>
      <fieldset class="watch-chosen">
        <legend>{t('watch_compare_whom')}</legend>
        {rows.map(({ competitor: { id, name } }) => (
          <CheckField
            key={id}
            label={<bdi>{name}</bdi>}
            checked={!left.has(id)}
            onChange={(on) => turn(id, on)}
          />
        ))}
      </fieldset>
      {!rows.some(({ competitor }) => competitor.tier === 'own') && <Note>{t('watch_no_own')}</Note>}
      {failed && <ErrorNote code={failed} again={again} />}
      {!made && !failed && <Skeleton lines={6} label={t('loading')} />}
      {made && made.length === 0 && <EmptyState title={t('watch_compare_none')} />}
      {made && made.length > 0 && <FigureTable rows={made} />}
    </>
  );
}
