import type { PageKind } from '../../utils/domain/platform.ts';
import { common } from '../../utils/i18n/locales/en/common.ts';
import type { KindFacts } from '../../utils/sites/site.ts';
import { familiesWithFacts, sitesWithFacts } from './site-facts.ts';
import { siteFixtures } from './site-fixtures.ts';

export const tableBegin =
  '<!-- platforms:begin (from utils/sites/registry.ts and the fixtures of each platform; a test compares) -->';
export const tableEnd = '<!-- platforms:end -->';

const fixtures = siteFixtures();
const parts = ['creator', 'post', 'product', 'shop', 'products', 'comments'] as const;

/** The fields that the fixtures of a platform's kind of page show to be read, by the part of the reading that they stand in. */
function fieldsOf(platform: string, kind: PageKind): Map<string, string[]> {
  const own = fixtures.filter((fixture) => fixture.platform === platform && fixture.expected.kind === kind);
  const found = parts.map((part) => {
    const records = own.flatMap(({ expected }): object[] => [expected[part] ?? []].flat());
    return [part, [...new Set(records.flatMap((record) => Object.keys(record)))].sort()] as const;
  });
  return new Map(found.flatMap(([part, names]) => (names.length > 0 ? [[part, names]] : [])));
}

function rowsOf(id: string, kinds: Partial<Record<PageKind, KindFacts>>): string[] {
  return Object.entries(kinds).map(([kind, known]) => {
    const fields = fieldsOf(id, kind as PageKind);
    const read = [...fields].map(([part, list]) => `${part}: ${list.join(', ')}`).join(' · ');
    const shown = new Set([...fields.values()].flat());
    const unknown = (known.unknown ?? []).filter((field) => !shown.has(field));
    return `| ${names[id]} | ${kind} | ${read} | ${known.evidence}, ${known.verified} | ${unknown.join(', ') || '–'} |`;
  });
}

const names: Record<string, string> = Object.fromEntries(
  [...sitesWithFacts.map(({ site }) => site.id), ...familiesWithFacts.map(({ id }) => id)].map((id) => [
    id,
    id === 'web' ? 'Any other site' : common[`platform_${id}`],
  ]),
);

/** The README's table of platforms: what the registry says of each and what its fixtures show to be read. */
export function platformTable(): string {
  const rows = [
    ...sitesWithFacts.flatMap(({ site, facts }) => rowsOf(site.id, facts.kinds)),
    ...familiesWithFacts.flatMap(({ id, facts }) => rowsOf(id, facts.kinds)),
  ];
  return ['| Platform | Page | Read | Evidence, newest | Not known |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}
