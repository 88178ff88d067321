import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFolder } from '../../support/built.ts';
import { bareHost } from '../../support/closed-roots.ts';
import {
  byWords,
  cardIn,
  clickOverlay,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
  wordsOn,
} from '../../support/firefox.ts';
import { sampleFacts } from '../../support/sample-facts.ts';
import { samplePages } from '../../support/sample-pages.ts';

/** How many elements in a page could be ours. */
const hostsOn = (page: Page) =>
  page.evaluate((selector) => document.querySelectorAll(selector).length, bareHost);

let firefox: FirefoxBrowsing;

beforeAll(async () => {
  // the build that people install: no site is granted
  firefox = await launchFirefox(buildFolder('firefox'));
});
afterAll(() => firefox?.close());

test('nothing stands on a page before the first run allows it; then it does, also on the tab that was open', async () => {
  const page = await firefox.openPage(samplePages.instagram.url);
  const hosts = () => hostsOn(page);
  await new Promise((done) => setTimeout(done, 1_500));
  expect(await hosts()).toBe(0);

  const welcome = await firefox.openExtensionPage('dashboard.html#/welcome');
  await until('platforms', async () => (await wordsOn(welcome)).includes('Instagram'));
  await (await byWords(welcome, 'label', 'Instagram')).click();
  await (await byWords(welcome, 'button', 'Allow the chosen sites')).click();
  await until('access', async () => (await wordsOn(welcome)).includes('Allowed'));

  await page.bringToFront();
  await until('button on the open tab', async () => (await hosts()) === 1);
  await clickOverlay(page);
  const card = await cardIn(page);
  await until('words of the card', async () => (await wordsOn(card)).includes('Saved to your creator list.'));
  const { accounts = [] } = await readStores(welcome);
  expect(accounts).toMatchObject([{ platform: 'instagram', handle: sampleFacts.instagram.handle }]);

  const other = await firefox.openPage(samplePages.x.url);
  await new Promise((done) => setTimeout(done, 1_500));
  expect(await hostsOn(other), 'a platform that was not chosen stays untouched').toBe(0);
});
