import { useState } from 'preact/hooks';
import { addDays } from '../../../utils/domain/day.ts';
import type { KeywordGroup } from '../../../utils/domain/keyword.ts';
import type { PlatformId } from '../../../utils/domain/platform.ts';
import { formatDay, formatList, formatNumber } from '../../../utils/i18n/format.ts';
import type { KeywordCount } from '../../../utils/messaging/protocol/keywords.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { useT } from './words.tsx';

const spans = ['7', '30', '90'] as const;

/** What was counted of one group: in all, day by day (a day on which nothing was seen is one with none), and by site, the most first. */
export function countsOf(groupId: string, counts: readonly KeywordCount[], days: readonly string[]) {
  const own = counts.filter((count) => count.groupId === groupId);
  const byDay = new Map(days.map((day) => [day, 0]));
  const bySite = new Map<PlatformId, number>();
  for (const { day, platform, count } of own) {
    if (byDay.has(day)) byDay.set(day, (byDay.get(day) ?? 0) + count);
    bySite.set(platform, (bySite.get(platform) ?? 0) + count);
  }
  return {
    sum: own.reduce((sum, { count }) => sum + count, 0),
    days: [...byDay].map(([day, count]) => ({ day, count })),
    sites: [...bySite].sort(([, a], [, b]) => b - a),
  };
}

/** The days from one to another, both included. */
export function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until && days.length < 400; day = addDays(day, 1)) days.push(day);
  return days;
}

/** How often each group's words were seen in the last days, and where. */
export function TrendPanel({ groups }: { groups: readonly KeywordGroup[] }) {
  const t = useT();
  const [span, setSpan] = useState<(typeof spans)[number]>('7');
  const trend = useQuery('keyword.trend', { days: Number(span) }, ['keyword-hits', 'keywords', 'recovery']);
  const found = trend.value;
  const days = found ? daysBetween(found.from, found.until) : [];
  const rows = groups
    .map((group) => ({ group, ...countsOf(group.id, found?.counts ?? [], days) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum);
  const number = (value: number) => formatNumber(t.locale, value);
  const day = (value: string) => formatDay(t.locale, value, found?.until ?? value);

  return (
    <section class="panel" aria-labelledby="keywords-trend">
      <div class="panel-head">
        <h2 id="keywords-trend">{t('keywords_trend')}</h2>
        <Select
          label={t('keywords_trend_days')}
          hideLabel
          value={span}
          options={spans.map((value) => ({ value, label: t(`keywords_trend_${value}`) }))}
          onChange={setSpan}
        />
      </div>
      <p class="soft">{t('keywords_trend_words')}</p>
      {trend.state === 'loading' && <Skeleton lines={3} label={t('loading')} />}
      {trend.code && <ErrorNote code={trend.code} again={trend.again} />}
      {found && rows.length === 0 && <p>{t('keywords_trend_none')}</p>}
      <ul class="rows">
        {rows.map(({ group, sum, days: course, sites }) => {
          const most = course.reduce((high, one) => (one.count > high.count ? one : high));
          const [first, last] = [course[0] ?? most, course.at(-1) ?? most];
          return (
            <li key={group.id} class="keywords-course">
              <div class="row-words">
                <bdi class="strong">{group.name}</bdi>
                <p>{t('keywords_trend_sum', { count: sum })}</p>
                <p class="soft">
                  {formatList(
                    t.locale,
                    sites.map(([site, count]) =>
                      t('keywords_trend_site', { site: t(`platform_${site}`), count: number(count) }),
                    ),
                  )}
                </p>
              </div>
              <Sparkline
                points={course.map((one) => ({ at: Date.parse(one.day), value: one.count }))}
                label={t('keywords_trend_line', {
                  name: group.name,
                  first: number(first.count),
                  from: day(first.day),
                  last: number(last.count),
                  until: day(last.day),
                  most: number(most.count),
                  day: day(most.day),
                })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
