import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredChange } from '../../../utils/domain/change.ts';
import { readCsv } from '../../../utils/files/read-csv.ts';
import { watch } from '../../../utils/i18n/locales/en/watch.ts';
import { byWords, type FirefoxBrowsing, launchFirefox, until, wordsOn } from '../../support/firefox.ts';
import { looksIn, type VisitedShop, visitAll, visitedShops } from '../../support/firefox-visits.ts';
import { downloadsInto, grantHosts, moveBackgroundClock, sendInside } from '../../support/firefox-window.ts';
import { judge, pageKinds, versionCount } from '../../support/generated-history.ts';

const hour = 3_600_000;
/** The first visit: all of them lie behind today, and within the week of the report. */
const begin = -72 * hour;
const chosen = ['shopify list', 'shopify product', 'taobao shop', 'instagram profile'];

let firefox: FirefoxBrowsing;
let inside: Page;
let shops: VisitedShop[];
let visits = 0;

beforeAll(async () => {
  firefox = await launchFirefox();
  inside = await firefox.openExtensionPage('dashboard.html#/activity');
  // a site that no file of ours knows, as if the person had said "always here"
  await grantHosts(inside, ['https://lin-studio.example/*']);
  const kinds = pageKinds.filter(({ name }) => chosen.includes(name));
  shops = await visitedShops(firefox, inside, kinds);
});
afterAll(() => firefox?.close());

const visit = (pageOf: (shop: VisitedShop) => string) =>
  visitAll(firefox, inside, shops, begin + 2 * hour * visits++, pageOf);

test('ten versions of four kinds of pages: what visits find is what was changed', async () => {
  for (let version = 0; version < versionCount; version++)
    await visit((shop) => shop.html(version, { seed: 1_000 + version }));
  const { snapshots, changes } = await looksIn(inside);
  const sums = { rows: 0, hits: 0 };
  const faults: string[] = [];
  for (const { kind, versions, competitorId } of shops) {
    const looks = snapshots.filter((look) => look.competitorId === competitorId);
    expect(
      looks.map(({ cause, status }) => `${cause} ${status.state}`),
      kind.name,
    ).toEqual(versions.map(() => 'visit ok'));
    for (const [version, { log }] of versions.entries()) {
      if (version === 0) continue;
      const found = changes.filter(({ snapshotId }) => snapshotId === looks[version]?.id);
      const { hits, missed, wrong } = judge({ log, found });
      sums.rows += log.length;
      sums.hits += hits;
      faults.push(...missed.map((row) => `${kind.name} ${version} missed ${JSON.stringify(row)}`));
      faults.push(...wrong.map((row) => `${kind.name} ${version} wrong ${said(row)}`));
    }
  }
  expect(faults).toEqual([]);
  expect(sums.hits).toBe(sums.rows);
  expect(sums.rows).toBeGreaterThan(60);
}, 100_000);

const said = ({ kind, key, from, to }: Pick<StoredChange, 'kind' | 'key' | 'from' | 'to'>) =>
  `${kind} ${key} ${String(from).slice(0, 50)} → ${String(to).slice(0, 50)}`;

test('what is no change is none', async () => {
  const before = new Set((await looksIn(inside)).changes.map(({ id }) => id));
  const most = Math.max(...shops.map(({ kind }) => kind.noises.length));
  for (let round = 0; round < most; round++)
    await visit(({ kind, html }) => {
      const noise = kind.noises[round % kind.noises.length];
      return html(versionCount - 1, { seed: 2_000 + round, ...(noise ? { noise } : {}) });
    });
  const { changes } = await looksIn(inside);
  const found = changes.filter(({ id, muted }) => !before.has(id) && !muted);
  const nameOf = (id: string) => shops.find(({ competitorId }) => competitorId === id)?.kind.name;
  expect(found.map((row) => `${nameOf(row.competitorId)} ${row.foundAt} ${said(row)}`)).toEqual([]);
}, 100_000);

/** What the checklist says of the morning round on a day. */
async function round(day: string) {
  const { value } = (await sendInside(inside, 'checklist.get', { day })) as {
    value: { rows: { key?: string; done: boolean }[] };
  };
  return value.rows.find(({ key }) => key === 'watchlist-looked')?.done;
}

const goTo = (hash: string) =>
  inside.evaluate((to) => {
    location.hash = to;
  }, hash);

const note = { changed: 'The bowls cost less', good: 'One price for the set', borrow: 'A set of our own' };

test('the popup counts the changes of each, and a note on one ticks the morning round and stands in the report', async () => {
  // today: the visits lie behind
  await moveBackgroundClock(inside, 0);
  await inside.bringToFront();
  const { changes } = await looksIn(inside);
  const popup = await firefox.openExtensionPage('popup.html');
  for (const { kind, competitorId } of shops) {
    const count = changes.filter((one) => one.competitorId === competitorId && !one.muted).length;
    await until(`${count} changes of ${kind.name}`, async () =>
      popup.evaluate(
        (name, words) =>
          [...document.querySelectorAll('.watchlist li')].some(
            ({ textContent }) => textContent?.includes(name) && textContent.includes(words),
          ),
        kind.name,
        `${count} change`,
      ),
    );
  }
  await popup.close();

  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  expect(await round(day)).toBe(false);
  const [first] = shops;
  await goTo(`#/watch/${first?.competitorId}`);
  const add = await byWords(inside, 'summary', watch.watch_note_add);
  await add.click();
  const fields = await until('three fields', async () => {
    const found = await inside.$$('details[open] textarea');
    return found.length === 3 && found;
  });
  for (const [index, text] of Object.values(note).entries()) await fields[index]?.type(text);
  await (await inside.waitForSelector('details[open] button[type=submit]'))?.click();
  await until('note', async () => (await looksIn(inside)).changes.some((change) => change.note));
  const noted = (await looksIn(inside)).changes.filter((change) => change.note);
  expect(noted.map((change) => [change.competitorId, change.note, change.read])).toEqual([
    [first?.competitorId, note, true],
  ]);
  expect(await round(day)).toBe(true);

  await goTo('#/watch/report');
  await until('note in the report', async () => (await wordsOn(inside)).includes(note.borrow));
  const report = await wordsOn(inside);
  for (const text of Object.values(note)) expect(report).toContain(text);
  for (const { kind } of shops) expect(report).toContain(kind.name);
});

test('the series of a product’s page is a table with every price it had', async () => {
  const shop = shops.find(({ kind }) => kind.name === 'shopify product');
  if (!shop) throw new Error('no product page among the shops');
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-downloads-'));
  try {
    await downloadsInto(firefox, folder);
    await goTo(`#/watch/${shop.competitorId}`);
    await (await byWords(inside, 'button', watch.watch_csv)).click();
    const file = await until('file', async () => readdirSync(folder).find((name) => name.endsWith('.csv')));
    const csv = await until('lines', async () => readFileSync(join(folder, file), 'utf8'));
    const table = await readCsv(csv.replace(/^\ufeff/, ''), ',');
    if (!table.ok) throw new Error(JSON.stringify(table));
    const prices = table.value.flatMap((cells) =>
      cells.includes(watch.watch_csv_price) && cells.includes('USD') ? [cells.at(-2)] : [],
    );
    const was = shop.versions.map((version) => ((version.shop.goods[0]?.price ?? 0) / 100).toFixed(2));
    expect(distinct(prices)).toEqual(distinct(was));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Without those that are as the one before. */
const distinct = <T>(values: readonly T[]) => values.filter((value, i) => i === 0 || value !== values[i - 1]);
