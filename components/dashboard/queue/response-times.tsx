import { useMemo } from 'preact/hooks';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import type { WaitSummary } from '../../../utils/messaging/protocol/cases.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { spanWords } from '../../queue/wait-words.ts';
import { useT } from '../../queue/words.tsx';
import { ErrorNote } from '../../ui/note.tsx';

/** From Monday on, the whole week: an answer that comes while this stands open counts in it. */
function thisWeek(today: string): { from: string; until: string } {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const weekday = new Date(year, month - 1, date, 12).getDay() || 7;
  const at = (day: string) => {
    const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
    return new Date(y, m - 1, d).toISOString();
  };
  const monday = addDays(today, 1 - weekday);
  return { from: at(monday), until: at(addDays(monday, 7)) };
}

/** How long customers and departments let wait this week; where nothing ended, that is said, and no figure. */
export function ResponseTimes() {
  const t = useT();
  const today = localDay();
  const week = useMemo(() => thisWeek(today), [today]);
  const figures = useQuery('case.statistics', week, ['cases']);
  if (figures.code) return <ErrorNote code={figures.code} again={figures.again} />;
  if (!figures.value) return null;
  const { customer, departments, byDepartment, unknown } = figures.value;
  const time = ({ median, n }: WaitSummary) =>
    median === undefined
      ? t('queue_figure_unknown')
      : t('queue_figure', { time: spanWords(t.locale, median), count: n });
  const slowest = ({ ninetieth, n }: WaitSummary) =>
    ninetieth === undefined || n < 10
      ? null
      : t('queue_figure_ninetieth', { time: spanWords(t.locale, ninetieth) });
  return (
    <section class="panel queue-figures" aria-labelledby="queue-figures">
      <h2 id="queue-figures">{t('queue_figures')}</h2>
      <dl class="facts">
        <div>
          <dt>{t('queue_figure_customer')}</dt>
          <dd>
            {time(customer)}
            {slowest(customer) && <span class="queue-soft"> {slowest(customer)}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('queue_figure_departments')}</dt>
          <dd>{time(departments)}</dd>
        </div>
        {byDepartment.map((one) => (
          <div key={one.department}>
            <dt>
              <bdi>{one.department}</bdi>
            </dt>
            <dd>{time(one)}</dd>
          </div>
        ))}
      </dl>
      {unknown > 0 && (
        <p class="queue-soft">
          {t('queue_figure_left_out', { count: unknown, number: formatNumber(t.locale, unknown) })}
        </p>
      )}
    </section>
  );
}
