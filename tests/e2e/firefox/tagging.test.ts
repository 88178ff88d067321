import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareHost } from '../../support/closed-roots.ts';
import {
  cardIn,
  clickOverlay,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
} from '../../support/firefox.ts';
import { redPoints } from '../../support/firefox-dots.ts';
import { pressCommandKey } from '../../support/firefox-window.ts';

const watch = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const html = readFileSync(join(import.meta.dirname, '../../fixtures/pages/living-youtube.html'), 'utf8');

let firefox: FirefoxBrowsing;
let inside: Page;
beforeAll(async () => {
  firefox = await launchFirefox();
  const comments = `<script>
    list.append(thread(comment('snow_owl', 'where did you get this kettle?', 'c1')));
    list.append(thread(comment('frost.fern', 'lovely', 'c2')));
  </script></body>`;
  firefox.answers.set(watch, html.replace('</body>', comments));
  inside = await firefox.openExtensionPage('dashboard.html');
});
afterAll(() => firefox?.close());

/** Whether a red dot stands in the line of a comment. */
async function hasDot(tab: Page, row: number): Promise<boolean> {
  const line = await tab.evaluate((at) => {
    const header = document.querySelectorAll('#header-author')[at]?.getBoundingClientRect();
    return header && { x: header.x, y: header.y, width: header.width, height: header.height };
  }, row);
  if (!line) throw new Error(`no row ${row}`);
  return (await redPoints(tab, inside, line)) > 10;
}

const items = async () => (await readStores(inside)).items ?? [];

async function openTags(tab: Page): Promise<void> {
  await (await tab.$('a[href="/@snow_owl"]'))?.hover();
  await clickOverlay(tab, 1);
  const card = await cardIn(tab);
  await until('search field', () => card.$('[role=combobox]'));
  await until('focus in it', () =>
    card.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'),
  );
}

/** Presses *Undo* in the line at the bottom of the page. It stands left of the small button that closes the line. */
async function pressUndo(tab: Page): Promise<void> {
  const find = () =>
    tab.evaluate((selector) => {
      const hosts = new Set(document.querySelectorAll(selector));
      const y = innerHeight - 24 - 24;
      const hits: number[] = [];
      for (let x = 0; x < innerWidth; x += 2) {
        const element = document.elementFromPoint(x, y);
        if (element && hosts.has(element)) hits.push(x);
      }
      return hits.length > 0 && { right: Math.max(...hits), y };
    }, bareHost);
  const line = await until('line at the bottom', find);
  // seen for as long as a press needs
  await new Promise((done) => setTimeout(done, 800));
  await tab.mouse.move(line.right - 70, line.y);
  await tab.mouse.click(line.right - 70, line.y);
}

test('a comment is tagged with one key, taken back and tagged again; its dot comes back where it stands now', async () => {
  const tab = await firefox.openPage(watch);
  await until('hosts beside both names', async () => (await tab.$$(bareHost)).length >= 2);
  await openTags(tab);
  await tab.keyboard.press('c');
  await until('the tagged comment', async () => (await items()).length === 1);
  expect(await items()).toMatchObject([
    { kind: 'comment', text: 'where did you get this kettle?', author: { handle: 'snow_owl' } },
  ]);
  await until('its dot', () => hasDot(tab, 0));
  expect(await hasDot(tab, 1)).toBe(false);

  await pressUndo(tab);
  await until('a page without dots', async () => !(await hasDot(tab, 0)));
  expect(await items()).toEqual([]);

  // the line at the bottom goes with the page
  await tab.reload();
  await until('hosts beside both names', async () => (await tab.$$(bareHost)).length >= 2);
  await openTags(tab);
  await tab.keyboard.press('c');
  await until('its dot', () => hasDot(tab, 0));
  await tab.reload();
  await until('its dot after reload', () => hasDot(tab, 0));
  // a list that uses its rows again
  await tab.evaluate(() => {
    const [first, second] = document.querySelectorAll('ytd-comment-view-model');
    if (!first || !second) throw new Error('no rows');
    const kept = first.innerHTML;
    first.innerHTML = second.innerHTML;
    second.innerHTML = kept;
  });
  await until('the dot in the other row', () => hasDot(tab, 1));
  expect(await hasDot(tab, 0)).toBe(false);
  await tab.close();
});

test('the key for tags opens the picker for what is under the pointer', async () => {
  const tab = await firefox.openPage(watch);
  await until('hosts beside both names', async () => (await tab.$$(bareHost)).length >= 2);
  await (await tab.$('a[href="/@frost.fern"]'))?.hover();
  await pressCommandKey(firefox, 'T');
  const card = await cardIn(tab);
  await until('words of the comment', () =>
    card.evaluate(() => document.body.textContent?.includes('lovely')),
  );
  await tab.keyboard.press('Escape');
  await until('a page without a card', async () => tab.frames().length < 3);
  await tab.close();
});
