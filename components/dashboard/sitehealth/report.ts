import type { SiteHealth } from '../../../utils/domain/site-health.ts';
import type { Translate } from '../../../utils/i18n/translate.ts';
import type { DashboardKey } from '../words.ts';
import { fieldRows } from './site-rows.ts';

const day = (time: string | undefined) => time?.slice(0, 10) ?? '–';

/**
 * What is sent to whoever repairs a reader: names in the code's own words, days, and the page's structure. No address, no text and no value
 * of any page stands in what it is made of.
 * @returns Markdown
 */
export function reportOf(t: Translate<DashboardKey>, site: SiteHealth, version: string): string {
  const head = [
    t('sites_field'),
    t('sites_found'),
    t('sites_last_found'),
    t('sites_last_missed'),
    t('sites_where'),
  ];
  const rows = fieldRows(site).map(({ field, health, state, found, looks }) => [
    state === 'drifting' ? `**${field}**` : field,
    `${found}/${looks} \`${health.recent}\``,
    day(health.lastFound),
    day(health.lastMissed),
    health.source ?? '–',
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  const parts = [`## Deckhand ${version}: ${site.platform}, ${site.kind}`, table];
  if (site.skeleton)
    parts.push(
      `### ${t('sites_structure', { day: day(site.skeletonAt) })}\n\n\`\`\`text\n${site.skeleton}\n\`\`\``,
    );
  return `${parts.join('\n\n')}\n`;
}
