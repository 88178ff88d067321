import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

let firefox: FirefoxBrowsing;

beforeAll(async () => {
  firefox = await launchFirefox();
});
afterAll(() => firefox?.close());

describe.each(['instagram', 'x'] as const)('%s', (name) => {
  const facts = sampleFacts[name];

  test('one click saves the person with sources, and the card shows who', async () => {
    const page = await firefox.openPage(samplePages[name].url);
    await clickOverlay(page);
    const card = await cardIn(page);
    await until('words of the card', async () =>
      (await wordsOn(card)).includes('Saved to your creator list.'),
    );
    expect(await wordsOn(card)).toContain(facts.displayName);

    const inside = await firefox.openExtensionPage('dashboard.html');
    const { accounts = [], observations = [] } = await readStores(inside);
    const account = accounts.find(({ platform }) => platform === facts.platform);
    expect(account).toMatchObject({
      handle: facts.handle,
      stableId: facts.stableId,
      facts: {
        followers: { value: facts.followers, source: expect.stringMatching(/^(json-ld|state|dom|meta)$/) },
      },
    });
    expect(observations.filter(({ accountId }) => accountId === account?.id)).toHaveLength(1);
    await inside.close();
    await page.close();
  });

  test('the popup shows the person, and a reload keeps everything', async () => {
    const page = await firefox.openPage(samplePages[name].url);
    await page.bringToFront();
    const popup = await firefox.openExtensionPage('popup.html');
    await until('name in the popup', async () => (await wordsOn(popup)).includes(facts.displayName));
    await until('state in the popup', async () =>
      (await wordsOn(popup)).includes('Already in your creator list'),
    );
    const before = await readStores(popup);
    await popup.close();
    await page.reload();
    const inside = await firefox.openExtensionPage('dashboard.html');
    const after = await readStores(inside);
    expect(after.accounts).toEqual(before.accounts);
    expect(after.creators).toEqual(before.creators);
    await inside.close();
    await page.close();
  });
});

test('the card is completed and saved', async () => {
  const page = await firefox.openPage(samplePages.tiktok.url);
  await clickOverlay(page);
  const card = await cardIn(page);
  const notes = await until('field for notes', () => card.$('textarea'));
  await notes.click();
  await page.keyboard.type('writes back in French');
  await (await byWords(card, 'button', 'Save')).click();
  await byWords(card, '[role="status"], .saved-state', 'Saved');
  const inside = await firefox.openExtensionPage('dashboard.html');
  const { creators = [] } = await readStores(inside);
  expect(creators.find(({ displayName }) => displayName === 'Lune et Laine')).toMatchObject({
    notes: 'writes back in French',
  });
  await inside.close();
  await page.close();
});

test('a wall is named and nothing is written', async () => {
  const inside = await firefox.openExtensionPage('dashboard.html');
  const before = await readStores(inside);
  const page = await firefox.openPage(samplePages.loginWall.url);
  await clickOverlay(page);
  const card = await cardIn(page);
  await until('words of the card', async () => (await wordsOn(card)).includes('nothing was saved.')).catch(
    async (error: unknown) => {
      throw new Error(`instead the card says: ${await wordsOn(card)}`, { cause: error });
    },
  );
  const after = await readStores(inside);
  expect(after.creators).toEqual(before.creators);
  expect(after.accounts).toEqual(before.accounts);
  await page.close();
  await inside.close();
});

test('a site of the person’s choice is allowed, and then its access can be seen', async () => {
  const inside = await firefox.openExtensionPage('dashboard.html');
  const origins = ['https://nordlys-candles.example/*'];
  // a request for permissions counts only within a press of the person
  await inside.evaluate((wanted) => {
    const { browser } = globalThis as unknown as {
      browser: { permissions: { request(asked: object): Promise<boolean> } };
    };
    const button = document.createElement('button');
    button.id = 'ask-in-test';
    button.style.cssText = 'position:fixed;inset:0;z-index:9;width:200px;height:60px';
    button.addEventListener('click', () => void browser.permissions.request({ origins: wanted }));
    document.body.append(button);
  }, origins);
  await inside.mouse.click(50, 30);
  const granted = () =>
    inside.evaluate((wanted) => {
      const { browser } = globalThis as unknown as {
        browser: { permissions: { contains(asked: object): Promise<boolean> } };
      };
      return browser.permissions.contains({ origins: wanted });
    }, origins);
  expect(await until('permission', granted)).toBe(true);
  await inside.close();
});

test('nothing was asked of anybody in all this', () => {
  expect(firefox.refused).toEqual([]);
});
