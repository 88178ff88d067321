import { countsOf } from './report-text.ts';
import { type ReportPart, weekKinds } from './week-report.ts';
import { useT } from './words.tsx';

/** What changed in the week, counted by kind: competitors beside our own shop, ours first. */
export function WeekTable({ parts }: { parts: readonly ReportPart[] }) {
  const t = useT();
  const kinds = weekKinds(parts);
  if (kinds.length === 0) return null;
  return (
    <>
      <h2 id="watch-week">{t('watch_week_table')}</h2>
      <section class="watch-scroll" aria-labelledby="watch-week">
        <table class="figures watch-table">
          <thead>
            <tr>
              <th scope="col">{t('watch_filter_competitor')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {t(`watch_kind_${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.competitor.id} class={part.competitor.tier === 'own' ? 'own' : undefined}>
                <th scope="row">
                  <a href={`#/watch/${part.competitor.id}`}>
                    <bdi>{part.competitor.name}</bdi>
                  </a>
                </th>
                {countsOf(part, kinds, t).map((count, at) => (
                  <td key={kinds[at]}>{count}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
