import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareHost } from '../../support/closed-roots.ts';
import { cardIn, type FirefoxBrowsing, launchFirefox, readStores, until } from '../../support/firefox.ts';
import { redPoints } from '../../support/firefox-dots.ts';
import { pressCommandKey } from '../../support/firefox-window.ts';

const search = 'https://www.walmart.com/search?q=brass+bell';
const html = readFileSync(join(import.meta.dirname, '../../fixtures/pages/living-walmart.html'), 'utf8');

let firefox: FirefoxBrowsing;
let inside: Page;
beforeAll(async () => {
  firefox = await launchFirefox();
  firefox.answers.set(search, html);
  inside = await firefox.openExtensionPage('dashboard.html');
});
afterAll(() => firefox?.close());

/** Numbers of the cards with a red dot in them. */
async function redCards(tab: Page): Promise<number[]> {
  const boxes = await tab.$$eval('[data-item-id]', (cards) =>
    cards.map((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
  const red: number[] = [];
  for (const [at, box] of boxes.entries()) if ((await redPoints(tab, inside, box)) > 10) red.push(at);
  return red;
}

test('a card of a shop’s list is tagged by key; its dot comes back on it, and goes with it into another row', async () => {
  const tab = await firefox.openPage(search);
  // beside each title, and the page's own
  await until('hosts beside all titles', async () => (await tab.$$(bareHost)).length >= 9);
  await (await tab.$$('.picture'))[1]?.hover();
  await pressCommandKey(firefox, 'T');
  const card = await cardIn(tab);
  await until('focus in the search field', () =>
    card.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'),
  );
  await tab.keyboard.press('c');
  await until('the tagged product', async () => ((await readStores(inside)).items ?? []).length === 1);
  expect((await readStores(inside)).items).toMatchObject([
    { kind: 'product', keys: ['walmart:product:#5275415032'], url: 'https://www.walmart.com/ip/5275415032' },
  ]);
  await tab.reload();
  await until('the dot after reload', async () => (await redCards(tab)).join() === '1');
  await tab.evaluate(() => (window as unknown as { swap(one: number, other: number): void }).swap(1, 6));
  await until('the dot in the other row', async () => (await redCards(tab)).join() === '6');
  await tab.close();
});
