import type { Campaign } from '../../../utils/domain/campaign.ts';
import { platformIds } from '../../../utils/domain/platform.ts';
import type { Day } from '../../../utils/domain/record.ts';
import { formatTime } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import type { CampaignReport } from '../../../utils/messaging/protocol/campaigns.ts';
import type { CampaignKey } from './words.tsx';

export interface ReportTable {
  title: string;
  /** of the first column */
  what: string;
  /** `day`: what it is of, which files say as 2026-12-25 and the screen in its language */
  rows: { what: string; number: number; day?: Day }[];
}

/** The report as tables: the same on the screen, in Markdown and in CSV. */
export function reportTables(t: Translate<CampaignKey>, report: CampaignReport): ReportTable[] {
  const { counts, people, peopleIn, copied } = report;
  const what = t('campaigns_report_what');
  const platformName = (platform: string) => {
    const known = platformIds.find((id) => id === platform);
    return known ? t(`platform_${known}`) : platform;
  };
  const tables: ReportTable[] = [
    {
      title: t('campaigns_report_entries'),
      what,
      rows: [
        { what: t('campaigns_report_entries'), number: counts.all },
        { what: t('campaigns_report_people'), number: people },
        { what: t('campaigns_report_eligible'), number: counts.eligible },
        { what: t('campaigns_report_open'), number: counts.open },
        { what: t('campaigns_report_out'), number: counts.out },
        { what: t('campaigns_report_people_in'), number: peopleIn },
        { what: t('campaigns_report_copied'), number: copied },
      ],
    },
    {
      title: t('campaigns_report_reasons'),
      what,
      rows: report.out.map(({ reason, entries }) => ({
        what: reason === 'excluded' ? t('campaigns_outs_excluded') : t(`campaigns_out_${reason}`),
        number: entries,
      })),
    },
    {
      title: t('campaigns_report_unchecked'),
      what,
      rows: report.unchecked.map(({ condition, entries }) => ({
        what: t(`campaigns_condition_${condition}`),
        number: entries,
      })),
    },
    {
      title: t('campaigns_report_platforms'),
      what,
      rows: report.platforms.map(({ platform, entries }) => ({
        what: platformName(platform),
        number: entries,
      })),
    },
    {
      title: t('campaigns_report_days'),
      what: t('campaigns_report_day'),
      rows: [
        ...report.days.map(({ day, entries }) => ({ what: day, number: entries, day })),
        ...(report.daysUnknown > 0
          ? [{ what: t('campaigns_report_days_unknown'), number: report.daysUnknown }]
          : []),
      ],
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

/** The report as Markdown, with the draws or what the platform said. */
export function reportMarkdown(
  t: Translate<CampaignKey>,
  campaign: Campaign,
  report: CampaignReport,
): string {
  const { platformResult } = campaign;
  const tables = reportTables(t, report).flatMap(({ title, what, rows }) => [
    `## ${title}`,
    '',
    `| ${cell(what)} | ${cell(t('campaigns_report_number'))} |`,
    '| --- | ---: |',
    ...rows.map((row) => `| ${cell(row.what)} | ${row.number} |`),
    '',
  ]);
  const draws = report.draws.flatMap(({ at, seed, listHash, lines, winners, alternates }) => [
    `- ${formatTime(t.locale, at)} · ${winners} + ${alternates} / ${lines} · ${t('campaigns_fact', { name: t('campaigns_seed'), value: cell(seed) })} · SHA-256 ${listHash}`,
  ]);
  return [
    `# ${cell(t('campaigns_report_title', { name: campaign.name }))}`,
    '',
    ...tables,
    ...(draws.length > 0 ? [`## ${t('campaigns_report_draws')}`, '', ...draws, ''] : []),
    ...(platformResult
      ? [
          `## ${t('campaigns_platform_result')}`,
          '',
          formatTime(t.locale, platformResult.at),
          ...(platformResult.url === undefined ? [] : [platformResult.url]),
          ...(platformResult.words ? ['', platformResult.words] : []),
          '',
          ...platformResult.winners.map((name) => `- ${cell(name)}`),
          '',
        ]
      : []),
  ].join('\n');
}
