import type { TemplateStatistics } from '../../../utils/domain/template.ts';
import { formatNumber, formatTime } from '../../../utils/i18n/format.ts';
import { useT } from './words.tsx';

/** How often it was used, and what became of that, on each site. */
export function FiguresPanel({ figures }: { figures: TemplateStatistics | undefined }) {
  const t = useT();
  const number = (value: number) => formatNumber(t.locale, value);
  return (
    <section class="panel" aria-labelledby="templates-figures">
      <h2 id="templates-figures">{t('templates_figures')}</h2>
      {!figures || figures.used === 0 ? (
        <p class="soft">{t('templates_never_used')}</p>
      ) : (
        <>
          <table class="templates-figures">
            <thead>
              <tr>
                <th scope="col">{t('templates_site')}</th>
                <th scope="col">{t('templates_figure_used')}</th>
                <th scope="col">{t('templates_figure_edited')}</th>
                <th scope="col">{t('templates_figure_undone')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.platforms.map(({ platform, used, edited, undone }) => (
                <tr key={platform}>
                  <th scope="row">{t(`platform_${platform}`)}</th>
                  <td>{number(used)}</td>
                  <td>{number(edited)}</td>
                  <td>{number(undone)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('templates_figure_all')}</th>
                <td>{number(figures.used)}</td>
                <td>{number(figures.edited)}</td>
                <td>{number(figures.undone)}</td>
              </tr>
            </tfoot>
          </table>
          {figures.lastUsed && (
            <p class="soft">{t('templates_last_used', { time: formatTime(t.locale, figures.lastUsed) })}</p>
          )}
        </>
      )}
    </section>
  );
}
