import type { PageKind } from '../../utils/domain/platform.ts';
import type { ReadExtras } from '../../utils/sites/page-reader.ts';
import { siteOf } from '../../utils/sites/registry.ts';
import { familiesWithFacts, sitesWithFacts } from './site-facts.ts';
import { type SiteFixture, siteFixtures } from './site-fixtures.ts';
import { fixtureNames, type Situation } from './situations.ts';

/** What came of the pages that were composed for a cell: how many there were, and what was wrong. */
export interface Tried {
  pages: number;
  faults: string[];
}

export const fixtures = siteFixtures();
export const platformsWithFacts = [
  ...sitesWithFacts.map(({ site, facts }) => ({ id: site.id, facts })),
  ...familiesWithFacts,
];
/** Shop systems and all other sites: they are told by the page and not by its address. */
export const families = new Set(['shopify', 'woocommerce', 'web']);

/** Fixtures whose page is what their name says: nothing hostile, nothing left of another page. */
export function goodPages(platform: string, kind?: PageKind): SiteFixture[] {
  return fixtures.filter(
    ({ platform: own, name, expected }) =>
      own === platform &&
      expected.kind !== 'blocked' &&
      (kind === undefined || expected.kind === kind) &&
      !/hostile|stale|of-another/.test(name),
  );
}

/** The kind of page that an address is of; the families' pages say so in their fixture's name. */
function kindAt({ name, expected }: SiteFixture): string | undefined {
  const told = siteOf(new URL(expected.url))?.identify(new URL(expected.url))?.kind;
  return told ?? name.split('-')[0]?.replace('home', 'shop');
}

/** The fixtures that were written for a cell. */
export function filesOf(platform: string, kind: PageKind, situation: Situation): string[] {
  const isWall = situation === 'login-wall' || situation === 'private' || situation === 'gone';
  return fixtures
    .filter((fixture) => {
      const { name, expected } = fixture;
      if (fixture.platform !== platform) return false;
      if (situation === 'first-load')
        return (
          expected.kind === kind &&
          !/hostile/.test(name) &&
          !Object.values(fixtureNames).some((pattern) => pattern.test(name.replace('first-load', '')))
        );
      if (!fixtureNames[situation].test(name)) return false;
      if (expected.kind === kind) return true;
      // what is left of a family's page after a move may be no page of its kind any more
      const isLess = isWall
        ? expected.kind === 'blocked'
        : families.has(platform) && expected.kind === 'other';
      return isLess && kindAt(fixture) === kind;
    })
    .map(({ name }) => name);
}

/** What the page's own scripts would give, where the fixture has it. */
export const extrasOf = ({ expected }: SiteFixture): ReadExtras =>
  expected.state ? { state: expected.state } : {};
