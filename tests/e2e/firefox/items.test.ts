import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareHost } from '../../support/closed-roots.ts';
import {
  cardIn,
  clickOverlay,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
  wordsOn,
} from '../../support/firefox.ts';

const watch = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const video = 'https://www.bilibili.com/video/BV1kE4y1Z7xA/';
const folder = join(import.meta.dirname, '../../fixtures/pages');
const page = (file: string) => readFileSync(join(folder, file), 'utf8');

let firefox: FirefoxBrowsing;
beforeAll(async () => {
  firefox = await launchFirefox();
  const comments = `<script>
    list.append(thread(comment('snow_owl', 'where did you get this kettle?', 'c1')));
    list.append(thread(comment('frost.fern', 'lovely', 'c2')));
  </script></body>`;
  firefox.answers.set(watch, page('living-youtube.html').replace('</body>', comments));
  firefox.answers.set(video, page('living-bilibili.html'));
});
afterAll(() => firefox?.close());

test('the author of the comment under the pointer is saved with one press, and has the sign from then on', async () => {
  const tab = await firefox.openPage(watch);
  await until('hosts beside both names', async () => (await tab.$$(bareHost)).length >= 2);
  const name = await tab.$('a[href="/@snow_owl"]');
  await name?.hover();
  await clickOverlay(tab);
  const card = await cardIn(tab);
  await until('words of the card', async () => (await wordsOn(card)).includes('Saved to your creator list.'));
  const inside = await firefox.openExtensionPage('dashboard.html');
  const { accounts = [] } = await readStores(inside);
  expect(accounts.map(({ platform, handle }) => [platform, handle])).toEqual([['youtube', 'snow_owl']]);
  await inside.close();
  await tab.close();
});

test('names inside nested open shadow roots are found', async () => {
  const tab = await firefox.openPage(video);
  const inShadow = (selector: string) => {
    const count = (root: Document | ShadowRoot): number =>
      root.querySelectorAll(selector).length +
      [...root.querySelectorAll('*')].reduce(
        (sum, element) => sum + (element.shadowRoot ? count(element.shadowRoot) : 0),
        0,
      );
    return count(document);
  };
  await until('hosts beside the names', async () => (await tab.evaluate(inShadow, bareHost)) >= 3);
  await tab.close();
});

test('of a long list that is there at once the rows near the window are found, and those of where somebody scrolls to', async () => {
  firefox.answers.set(
    watch,
    page('living-youtube.html').replace('</body>', '<script>fill(300)</script></body>'),
  );
  const tab = await firefox.openPage(watch);
  const around = (row: number) =>
    until(`a host in row ${row}`, () =>
      tab.evaluate(
        (at, host) =>
          Boolean(document.querySelectorAll('ytd-comment-thread-renderer')[at]?.querySelector(host)),
        row,
        bareHost,
      ),
    );
  await around(0);
  await tab.evaluate(() => document.querySelectorAll('ytd-comment-thread-renderer')[150]?.scrollIntoView());
  await around(150);
  await tab.close();
});
