import { useCallback, useMemo, useState } from 'preact/hooks';
import type { WatchedPage } from '../../../utils/domain/competitor.ts';
import { localDay } from '../../../utils/domain/day.ts';
import { shortened } from '../../../utils/i18n/change-sentence.ts';
import { formatMoney, formatNumber } from '../../../utils/i18n/format.ts';
import type { WatchSeries } from '../../../utils/messaging/protocol/watch.ts';
import { useWatchSeries } from '../../hooks/use-watch.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useSurroundings } from '../surroundings.ts';
import { lookHash } from './look-address.ts';
import { SeriesChart } from './series-chart.tsx';
import { seriesCsv } from './series-csv.ts';
import { type ChartPoint, countPoints, pricePoints } from './series-points.ts';
import { useT } from './words.tsx';

/** The figures of a page over time: audience, posts, and the price of each product; every point opens its day. */
export function SeriesPanel({ page }: { page: WatchedPage }) {
  const t = useT();
  const { saveFile } = useSurroundings();
  const notify = useNotify();
  const series = useWatchSeries(page.id);
  const { value } = series;
  const save = () => {
    if (!value) return;
    const name = `deckhand-watch-${localDay()}.csv`;
    saveFile(name, seriesCsv(value, page.title || page.url, t));
    notify({ text: t('watch_saved_as', { name }) });
  };
  return (
    <section class="panel" aria-labelledby="watch-series">
      <h2 id="watch-series">{t('watch_series')}</h2>
      {series.code && <ErrorNote code={series.code} again={series.again} />}
      {series.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
      {value && value.looks.length === 0 && <EmptyState title={t('watch_series_none')} />}
      {value && value.looks.length > 0 && (
        <>
          <Counts page={page} series={value} />
          <Prices page={page} series={value} />
          {value.cut && <p class="soft">{t('watch_series_cut')}</p>}
          <Button onClick={save}>{t('watch_csv')}</Button>
        </>
      )}
    </section>
  );
}

function useOpenLook({ competitorId, id }: WatchedPage) {
  return useCallback(
    ({ at, snapshotId }: ChartPoint) => {
      location.hash = lookHash({
        competitorId,
        watchedPageId: id,
        snapshotId,
        at: new Date(at).toISOString(),
      });
    },
    [competitorId, id],
  );
}

const counts = ['followers', 'posts', 'products'] as const;

function Counts({ page, series }: { page: WatchedPage; series: WatchSeries }) {
  const t = useT();
  const open = useOpenLook(page);
  const say = useCallback((value: number) => formatNumber(t.locale, value), [t]);
  return (
    <>
      {counts.map((name) => {
        const points = countPoints(series, name);
        return (
          points.length > 0 && (
            <SeriesChart
              key={name}
              title={t(`watch_figure_${name}`)}
              points={points}
              say={say}
              onOpen={open}
            />
          )
        );
      })}
    </>
  );
}

function Prices({ page, series }: { page: WatchedPage; series: WatchSeries }) {
  const t = useT();
  // of a long list first those whose price moved
  const prices = useMemo(() => series.prices.toSorted((a, b) => b.points.length - a.points.length), [series]);
  const open = useOpenLook(page);
  const [key, setKey] = useState('');
  const product = prices.find((one) => one.key === key) ?? prices[0];
  const made = useMemo(() => product && pricePoints(product), [product]);
  const currency = made?.currency ?? '';
  const say = useCallback(
    (value: number) =>
      currency ? formatMoney(t.locale, { amount: String(value), currency }) : String(value),
    [t, currency],
  );
  if (!product || !made) return null;
  const nameOf = ({ key: id, title }: WatchSeries['prices'][number]) => shortened(title ?? id);
  return (
    <>
      {prices.length > 1 && (
        <Select
          label={t('watch_price_of')}
          value={product.key}
          options={prices.map((one) => ({ value: one.key, label: nameOf(one) }))}
          onChange={setKey}
        />
      )}
      <SeriesChart
        title={t('watch_figure_price', { what: nameOf(product) })}
        points={made.points}
        say={say}
        onOpen={open}
      />
      {made.others > 0 && <p class="soft">{t('watch_other_currency', { count: made.others })}</p>}
    </>
  );
}
