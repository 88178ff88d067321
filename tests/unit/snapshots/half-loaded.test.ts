import { describe, expect, test } from 'vitest';
import type { Change } from '../../../utils/domain/change-kind.ts';
import {
  judge,
  look,
  type PageKind,
  pageKinds,
  picturesOf,
  versionsOf,
} from '../../support/generated-history.ts';
import type { Noise } from '../../support/generated-pages.ts';
import type { LogRow, Shop } from '../../support/generated-shops.ts';
import { lookingAgain } from '../../support/looking-again.ts';

/** Somebody who comes to one page again and again. */
function visitor(kind: PageKind, seed: number) {
  const see = lookingAgain();
  let visits = 0;
  return (shop: Shop, noise?: Noise): Change[] => {
    const visit = { seed: seed * 1_000 + visits++, ...(noise ? { noise } : {}) };
    return see(look(kind, shop, visit), picturesOf(kind, shop, visit));
  };
}

const lists = pageKinds.filter(({ noises }) => noises.includes('half-loaded'));
const seedOf = (kind: PageKind) => 11 + pageKinds.indexOf(kind) * 10;
/** Where a row stands is not judged by looks of different days. */
const isPlace = ({ kind }: { kind: string }) => kind === 'moved-up' || kind === 'moved-down';

interface Told {
  log: LogRow[];
  found: Change[];
}

/** Missed and wrong changes of all lists, in words. */
function faultsOf(story: (kind: PageKind, seed: number) => Told[]) {
  const faults: string[] = [];
  let changes = 0;
  for (const kind of lists)
    story(kind, seedOf(kind)).forEach((told, index) => {
      const { missed, wrong } = judge(told);
      changes += told.log.length;
      for (const row of missed)
        if (!isPlace(row)) faults.push(`${kind.name} ${index} missed ${JSON.stringify(row)}`);
      for (const row of wrong) faults.push(`${kind.name} ${index} wrong ${JSON.stringify(row)}`);
    });
  return { faults, changes };
}

describe('half-loaded looks in between', () => {
  test('at the old version: the next whole look names all that changed', () => {
    const { faults, changes } = faultsOf((kind, seed) => {
      const visit = visitor(kind, seed);
      return versionsOf(kind, seed).map(({ shop, log }, index) => {
        const found = visit(shop);
        return { log, found: [...(index > 0 ? found : []), ...visit(shop, 'half-loaded')] };
      });
    });
    expect(changes).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  }, 120_000);

  test('at the new version: it and the next whole look name each change once', () => {
    const { faults } = faultsOf((kind, seed) => {
      const visit = visitor(kind, seed);
      return versionsOf(kind, seed).map(({ shop, log }, index) =>
        index === 0
          ? { log, found: visit(shop) }
          : { log, found: [...visit(shop, 'half-loaded'), ...visit(shop)] },
      );
    });
    expect(faults).toEqual([]);
  }, 120_000);

  test('for several versions: what changed meanwhile is named when it is seen', () => {
    const { faults } = faultsOf((kind, seed) => {
      const visit = visitor(kind, seed);
      const versions = versionsOf(kind, seed);
      const log = versions.flatMap((version) => version.log);
      const found = versions.flatMap(({ shop }, index) =>
        visit(shop, index === 0 ? undefined : 'half-loaded'),
      );
      const last = versions.at(-1);
      if (last) found.push(...visit(last.shop));
      // of what changed and changed again only the sum can be seen
      const times = new Map<string, number>();
      for (const { log: rows } of versions)
        for (const key of new Set(rows.map(({ key }) => key)))
          times.set(`${key}`, (times.get(`${key}`) ?? 0) + 1);
      const once = ({ key }: { key?: string }) => key === undefined || (times.get(key) ?? 1) === 1;
      return [{ log: log.filter(once), found: found.filter((row) => once(row) && !isPlace(row)) }];
    });
    expect(faults).toEqual([]);
  }, 120_000);

  test('of a page on which nothing changed name nothing', () => {
    const { faults } = faultsOf((kind, seed) => {
      const visit = visitor(kind, seed);
      const shop = versionsOf(kind, seed)[0]?.shop;
      if (!shop) throw new Error(kind.name);
      const half = 'half-loaded' as const;
      const noises = kind.noises.flatMap((noise) => [half, noise, half, half, noise, undefined]);
      visit(shop);
      return noises.map((noise) => ({ log: [], found: visit(shop, noise) }));
    });
    expect(faults).toEqual([]);
  }, 120_000);
});
