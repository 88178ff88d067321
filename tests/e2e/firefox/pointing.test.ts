import { afterAll, beforeAll, expect, test } from 'vitest';
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

let firefox: FirefoxBrowsing;

beforeAll(async () => {
  firefox = await launchFirefox();
});
afterAll(() => firefox?.close());

const url = 'https://www.instagram.com/noor.knits/';
const html = `<!doctype html><html lang="en"><head><title>Noor (@noor.knits) • Instagram photos and videos</title></head>
  <body><main><header><section><h2>noor.knits</h2><ul><li>31 pieces</li><li><a id="fans" href="#fans">12.3K</a> fans</li></ul>
  </section></header></main></body></html>`;

/** Two cards may follow one another: waits for the one that says this. */
const cardThatSays = (page: Awaited<ReturnType<FirefoxBrowsing['openPage']>>, words: string) =>
  until(`card with “${words}”`, async () => {
    const card = await cardIn(page);
    return (await wordsOn(card)).includes(words) ? card : null;
  });

test('a number that cannot be read is pointed at, remembered, and read again', async () => {
  firefox.answers.set(url, html);
  const page = await firefox.openPage(url);
  await clickOverlay(page);
  const card = await cardIn(page);
  await (await byWords(card, 'button', 'Point at it: Followers')).click();
  await until('page without a card', async () => page.frames().length === 1);
  // by keys: from the name to the list, into its second row, to the number
  await new Promise((done) => setTimeout(done, 800));
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter'] as const)
    await page.keyboard.press(key);
  const question = await cardThatSays(page, 'Is this right?');
  expect(await wordsOn(question)).toContain('12,300');
  const remember = await byWords(question, 'button', 'Remember this place');
  await until('button that may be pressed', () =>
    remember.evaluate((button) => !(button as HTMLButtonElement).disabled),
  );
  await remember.click();
  await cardThatSays(page, 'Numbers noted 2 times');
  expect(new URL(page.url()).hash).toBe('');

  const inside = await firefox.openExtensionPage('dashboard.html#/sites');
  const { hints, accounts } = await readStores(inside);
  expect(hints).toMatchObject([{ platform: 'instagram', field: 'creator.followers', selector: '#fans' }]);
  expect(accounts).toMatchObject([
    { facts: { followers: { value: 12_300, source: 'user', raw: '12.3K', precision: 'rounded' } } },
  ]);
  await until('followers on the page of site health', async () =>
    (await wordsOn(inside)).includes('where you pointed'),
  );
  await inside.close();
  await page.close();
});
