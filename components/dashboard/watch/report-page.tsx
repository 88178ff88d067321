import { useMemo, useState } from 'preact/hooks';
import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { formatDay } from '../../../utils/i18n/format.ts';
import { useAllSeries } from '../../hooks/use-all-series.ts';
import { useWatchList } from '../../hooks/use-watch.ts';
import { useWeek } from '../../hooks/use-week.ts';
import { EmptyState, ErrorNote, Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { figuresOf } from './compare-figures.ts';
import { ownFirst } from './compare-page.tsx';
import { FigureTable } from './figure-table.tsx';
import { ReportPartView } from './report-part.tsx';
import { ReportTools } from './report-tools.tsx';
import { weekReport, weekUntil } from './week-report.ts';
import { WeekTable } from './week-table.tsx';
import { useT } from './words.tsx';

/** How many weeks back a report can be asked for. */
const weeksBack = 8;

/** What the competitors did in a week: to be printed, saved as Markdown, or sent to a colleague. */
export function ReportPage() {
  const t = useT();
  const list = useWatchList();
  const [last, setLast] = useState(() => localDay());
  const today = localDay();
  const weeks = Array.from({ length: weeksBack }, (_, back) => addDays(today, -7 * back));
  const span = (day: string) => {
    const { first } = weekUntil(day);
    return `${formatDay(t.locale, first, today)} – ${formatDay(t.locale, day, today)}`;
  };
  const rows = list.value && ownFirst(list.value.rows);
  return (
    <div class="watch-report">
      <p class="watch-report-tools">
        <a href="#/watch">{t('watch_back')}</a>
      </p>
      <h1>{t('watch_report_title')}</h1>
      <p class="soft">{span(last)}</p>
      <div class="narrow watch-report-tools">
        <Select
          label={t('watch_report_week')}
          value={last}
          options={weeks.map((value) => ({ value, label: span(value) }))}
          onChange={setLast}
        />
      </div>
      {list.code && <ErrorNote code={list.code} again={list.again} />}
      {list.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {rows?.length === 0 && <EmptyState title={t('watch_nobody')}>{t('watch_nobody_next')}</EmptyState>}
      {rows && rows.length > 0 && (
        <Report key={last} rows={rows} last={last} title={`${t('watch_report_title')} ${span(last)}`} />
      )}
    </div>
  );
}

function Report({ rows, last, title }: { rows: readonly WatchlistRow[]; last: string; title: string }) {
  const t = useT();
  const { from, until } = weekUntil(last);
  const { week, failed, again } = useWeek(
    from,
    until,
    rows.map(({ competitor }) => competitor.id),
  );
  const all = useAllSeries(rows.flatMap(({ pages }) => pages.map(({ id }) => id)));
  const parts = useMemo(() => week && weekReport(from, rows, week.changes, week.noted), [from, rows, week]);
  const figures = useMemo(
    () =>
      all.series &&
      new Map(
        rows.map(({ competitor, pages }) => [
          competitor.id,
          figuresOf(pages.flatMap(({ id }) => all.series?.get(id) ?? [])),
        ]),
      ),
    [rows, all.series],
  );
  return (
    <>
      {failed && <ErrorNote code={failed} again={again} />}
      {all.failed && <ErrorNote code={all.failed} again={all.again} />}
      {(!parts || !figures) && !failed && !all.failed && <Skeleton lines={8} label={t('loading')} />}
      {parts && figures && (
        <>
          <ReportTools title={title} parts={parts} figures={figures} last={last} />
          {week?.cut && <Note>{t('watch_report_cut')}</Note>}
          {!rows.some(({ competitor }) => competitor.tier === 'own') && <Note>{t('watch_no_own')}</Note>}
          <h2>{t('watch_figures_now')}</h2>
          <FigureTable
            rows={rows.map(({ competitor }) => ({
              competitor,
              figures: figures.get(competitor.id) ?? { mixed: false },
            }))}
          />
          <WeekTable parts={parts} />
          {parts.map((part) => (
            <ReportPartView key={part.competitor.id} title={title} part={part} />
          ))}
        </>
      )}
    </>
  );
}
