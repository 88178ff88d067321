import type { Competitor } from '../../../utils/domain/competitor.ts';
import { formatMoney, formatNumber } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import type { Figures } from './compare-figures.ts';
import { useT, type WatchKey } from './words.tsx';

export interface FigureRow {
  competitor: Competitor;
  figures: Figures;
}

export const figureColumns = ['prices', 'products', 'promotions', 'followers', 'postsAWeek'] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** One figure in the words of the screen; what is not known says so. */
export function sayFigure(figures: Figures, column: FigureColumn, t: Translate<WatchKey>): string {
  if (column === 'prices') {
    if (figures.mixed) return t('watch_mixed');
    if (!figures.lowest || !figures.highest) return t('watch_unknown');
    const [low, high] = [formatMoney(t.locale, figures.lowest), formatMoney(t.locale, figures.highest)];
    return low === high ? low : `${low} – ${high}`;
  }
  const value = figures[column];
  return value === undefined ? t('watch_unknown') : formatNumber(t.locale, value);
}

function isKnown(figures: Figures, column: FigureColumn): boolean {
  return column === 'prices' ? figures.lowest !== undefined : figures[column] !== undefined;
}

/** Competitors beside our own shop, a row each; ours is marked and stands first. */
export function FigureTable({ rows }: { rows: readonly FigureRow[] }) {
  const t = useT();
  return (
    <section class="watch-scroll" aria-label={t('watch_compare_title')}>
      <table class="figures watch-table">
        <caption class="sr-only">{t('watch_compare_title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('watch_filter_competitor')}</th>
            {figureColumns.map((column) => (
              <th key={column} scope="col">
                {t(`watch_figure_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ competitor, figures }) => (
            <tr key={competitor.id} class={competitor.tier === 'own' ? 'own' : undefined}>
              <th scope="row">
                <a href={`#/watch/${competitor.id}`}>
                  <bdi>{competitor.name}</bdi>
                </a>{' '}
                <span class={`tier ${competitor.tier}`}>{t(`tier_${competitor.tier}`)}</span>
              </th>
              {figureColumns.map((column) => (
                <td key={column} class={isKnown(figures, column) ? undefined : 'soft'}>
                  {sayFigure(figures, column, t)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
