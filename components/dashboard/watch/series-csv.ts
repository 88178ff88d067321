import { writeCsv } from '../../../utils/files/write-csv.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import type { WatchSeries } from '../../../utils/messaging/protocol/watch.ts';
import { plainLine } from './share-text.ts';
import type { SentenceKey } from './words.tsx';

/**
 * The series of one page as a table for spreadsheets: a row for each value, times in UTC (ISO 8601), amounts as plain decimals with their
 * currency beside them. A price that ended has an empty value.
 */
export function seriesCsv(series: WatchSeries, page: string, t: Translate<SentenceKey>): Blob {
  const titles = [
    'watch_when',
    'watch_csv_page',
    'watch_csv_figure',
    'watch_csv_product',
    'watch_value',
    'watch_csv_currency',
  ] as const;
  const figures = ['followers', 'posts', 'products', 'promotions'] as const;
  const rows: string[][] = [];
  for (const look of series.looks) {
    for (const figure of figures) {
      const value = look[figure];
      if (value !== undefined) rows.push([look.at, page, t(`watch_figure_${figure}`), '', String(value), '']);
    }
    for (const end of ['lowest', 'highest'] as const) {
      const money = look[end];
      if (money) rows.push([look.at, page, t(`watch_figure_${end}`), '', money.amount, money.currency]);
    }
  }
  for (const { key, title, points } of series.prices)
    for (const { at, price } of points)
      rows.push([
        at,
        page,
        t('watch_csv_price'),
        plainLine(title ?? key),
        price?.amount ?? '',
        price?.currency ?? '',
      ]);
  return writeCsv({ titles: titles.map((name) => t(name)), widths: [], rows });
}
