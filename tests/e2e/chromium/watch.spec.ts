import { expect } from '@playwright/test';
import { openExtensionPage } from '../../support/chromium.ts';
import {
  judge,
  type PageKind,
  pageKinds,
  versionCount,
  versionsOf,
} from '../../support/generated-history.ts';
import { prepare, type Visit } from '../../support/generated-pages.ts';
import type { LogRow, Shop } from '../../support/generated-shops.ts';
import { moveClock } from '../../support/moved-clock.ts';
import { foundBy, testWithAccess, visitorOf, watchAddress } from '../../support/watched-web.ts';

const test = testWithAccess(pageKinds.map(({ url }) => url));

/** A generated shop with all its versions, watched. */
interface Watched {
  kind: PageKind;
  seed: number;
  versions: { shop: Shop; log: LogRow[] }[];
  competitorId: string;
}

function drawn(
  { kind, versions }: Pick<Watched, 'kind' | 'versions'>,
  version: number,
  visit: Visit,
): string {
  const shop = versions[version]?.shop;
  if (!shop) throw new Error(`${kind.name} has no version ${version}`);
  return kind.draw(prepare(shop, visit, kind.language));
}

/** Versions of which only half of a list is loaded before it is seen whole, and after that once more. */
const seenInHalves = [3, 6];
/** Where a product stands is not judged after a half-loaded look: those that it did not load have no place. */
const isPlace = ({ kind }: { kind: string }) => kind === 'moved-up' || kind === 'moved-down';

/** Visits on which nothing changed: as many as the kind with the most noises has, and one more without any. */
const calmVisits = 1 + Math.max(...pageKinds.map(({ noises }) => noises.length));

test('ten versions of thirteen kinds of pages: every change is found on the next visit, nothing else, and noise is none', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(300_000);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/activity');
  const visitor = visitorOf(deckhand, worker, 72);
  const shops: Watched[] = [];
  for (const [number, kind] of pageKinds.entries()) {
    const seed = 11 + number * 10;
    const versions = versionsOf(kind, seed);
    const html = drawn({ kind, versions }, 0, { seed });
    const { competitorId } = await watchAddress(inside, { name: kind.name, url: kind.url, html });
    shops.push({ kind, seed, versions, competitorId });
  }
  const visitAll = (page: (shop: Watched) => string) =>
    visitor.visit(
      shops.map((shop) => ({ competitorId: shop.competitorId, url: shop.kind.url, html: page(shop) })),
    );

  const halves = shops.filter(({ kind }) => kind.noises.includes('half-loaded'));
  const visitHalves = (version: number, more: number) => {
    const pages = halves.map((shop) => {
      const visit: Visit = { seed: shop.seed * 1_000 + 500 + version * 2 + more, noise: 'half-loaded' };
      return { competitorId: shop.competitorId, url: shop.kind.url, html: drawn(shop, version, visit) };
    });
    return visitor.visit(pages);
  };
  for (let version = 0; version < versionCount; version++) {
    if (seenInHalves.includes(version)) await visitHalves(version, 0);
    await visitAll((shop) => drawn(shop, version, { seed: shop.seed * 1_000 + version * 2 }));
    if (seenInHalves.includes(version)) await visitHalves(version, 1);
  }
  const { snapshots, changes } = await foundBy(worker);
  expect(snapshots.filter(({ status }) => status.state !== 'ok')).toEqual([]);
  const faults: string[] = [];
  const sum = { changes: 0, hits: 0, wrong: 0 };
  for (const { kind, versions, competitorId } of shops) {
    const looks = snapshots.filter((look) => look.competitorId === competitorId);
    const isHalved = halves.some((shop) => shop.kind === kind);
    const times = versions.map((_, version) => (isHalved && seenInHalves.includes(version) ? 3 : 1));
    expect(looks, kind.name).toHaveLength(times.reduce<number>((sum, each) => sum + each, 0));
    versions.forEach(({ log }, version) => {
      const of = looks.splice(0, times[version]).map(({ id }) => id);
      const found = changes.filter(({ snapshotId }) => of.includes(snapshotId));
      const { hits, missed, wrong } = judge({ log, found });
      const after = isHalved && seenInHalves.includes(version - 1);
      const judged = missed.filter((row) => !(after && isPlace(row)));
      sum.changes += hits + judged.length;
      sum.hits += hits;
      sum.wrong += wrong.length;
      for (const row of judged) faults.push(`${kind.name} ${version} missed ${JSON.stringify(row)}`);
      for (const row of wrong) faults.push(`${kind.name} ${version} wrong ${JSON.stringify(row)}`);
    });
    // what is muted by itself changed again and again: a field that changed once or twice never is
    const logged = versions.flatMap(({ log }) => log.map(({ kind: what, key }) => `${what} ${key}`));
    for (const { kind: what, key } of changes.filter((row) => row.competitorId === competitorId && row.muted))
      expect(logged.filter((row) => row === `${what} ${key}`).length, `${kind.name} ${key}`).toBeGreaterThan(
        2,
      );
  }
  console.log(`recall ${sum.hits} of ${sum.changes}, ${sum.wrong} wrong`);
  expect(sum.changes).toBeGreaterThan(250);
  expect(sum.hits / sum.changes, faults.join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(sum.hits / (sum.hits + sum.wrong), faults.join('\n')).toBeGreaterThanOrEqual(0.95);

  for (let calm = 0; calm < calmVisits; calm++)
    await visitAll((shop) => {
      const noise = calm === 0 ? undefined : shop.kind.noises[(calm - 1) % shop.kind.noises.length];
      return drawn(shop, versionCount - 1, {
        seed: shop.seed * 1_000 + 100 + calm,
        ...(noise ? { noise } : {}),
      });
    });
  const after = await foundBy(worker);
  const known = new Set(changes.map(({ id }) => id));
  expect(after.changes.filter(({ id, muted }) => !known.has(id) && !muted)).toEqual([]);
  expect(after.snapshots.filter(({ status }) => status.state !== 'ok')).toEqual([]);

  // the popup counts what nobody has read yet, of each competitor
  await moveClock(worker, 0);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await popup.getByRole('button', { name: /^Show \d+ more$/ }).click();
  for (const { kind, competitorId } of shops) {
    const unread = after.changes.filter(
      (row) => row.competitorId === competitorId && !row.muted && !row.read,
    );
    const words = unread.length === 1 ? '1 change' : `${unread.length} changes`;
    const name = new RegExp(`^${words}\\b.* at ${kind.name}$`);
    await expect(popup.getByRole('button', { name })).toBeVisible();
  }

  // and the dashboard lists it, narrowed down to a kind of one competitor
  const all = after.changes.filter(({ muted }) => !muted);
  await inside.goto(inside.url().replace(/#.*$/, '#/watch'));
  const sentences = inside.locator('.watch-sentence');
  await expect(sentences.first()).toBeVisible();
  const [shop] = shops;
  if (!shop) throw new Error('no shop');
  await inside.getByLabel('Competitor').selectOption({ label: shop.kind.name });
  await inside.getByLabel('Kind of change').selectOption({ label: 'Price down' });
  const down = all.filter((row) => row.competitorId === shop.competitorId && row.kind === 'price-down');
  expect(down.length).toBeGreaterThan(0);
  await expect(sentences).toHaveCount(down.length);
  for (const sentence of await sentences.allInnerTexts()) expect(sentence).toContain('costs less');
});
