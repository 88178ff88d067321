import { common } from '../../utils/i18n/locales/en/common.ts';
import { sitesWithFacts } from './site-facts.ts';

export const tableBegin = '<!-- platforms:begin (from utils/sites/registry.ts; a test compares) -->';
export const tableEnd = '<!-- platforms:end -->';

/** The README's table of platforms, as the registry has them. */
export function platformTable(): string {
  const rows = sitesWithFacts.map(({ site, facts }) => {
    const name = common[`platform_${site.id}`];
    return `| ${name} | ${site.hosts.join(' · ')} | ${facts.evidence}, ${facts.verified} |`;
  });
  return ['| Platform | Button on | Facts behind the reader, newest |', '|---|---|---|', ...rows].join('\n');
}
