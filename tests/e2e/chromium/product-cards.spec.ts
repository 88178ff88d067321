import { expect, type Page, type Worker } from '@playwright/test';
import { dotBoxesIn, dotsIn, rowsWithDots } from '../../support/badges.ts';
import { cardGone, cardIn, hasCard } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { buttonsInClosedRoots, eventually, wordsInClosedRoots } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { fixture, isCovered, whatThePageSees } from '../../support/living-pages.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { siteFixtures } from '../../support/site-fixtures.ts';
import { pressTagButton } from '../../support/tag-on-page.ts';
import { wordGroups } from '../../support/word-marks.ts';

const search = 'https://www.walmart.com/search?q=brass+bell';
const first = 5275415031;

const titleOf = (page: Page, nth: number) => page.locator('[data-automation-id="product-title"]').nth(nth);
const taggedCards = (page: Page) => rowsWithDots(page, { row: '[data-item-id]', id: 'data-item-id' });
const cards = (...nths: number[]) => nths.map((nth) => `row${first + nth}`);
const boxes = async (page: Page) => (await dotsIn(page)).length;

/** The shop's search with eight cards, each with its box. */
async function openSearch(
  deckhand: Parameters<typeof openAddress>[0] & { pages: { put(url: string, html: string): unknown } },
) {
  deckhand.pages.put(search, fixture('living-walmart.html'));
  const page = await openAddress(deckhand, search);
  await expect.poll(() => boxes(page)).toBe(8);
  return page;
}

/** All that a script of the page can find out, and whether something lies over what stands where the dots do. */
async function seenByPage(page: Page) {
  const covered: boolean[] = [];
  for (const { x, y } of (await dotBoxesIn(page)).slice(0, 3))
    covered.push(await isCovered(page, x - 2, y - 2));
  return { ...(await whatThePageSees(page)), covered };
}

/** Cards of which the place for dots is not in their own width, or not in a line of their title that can be seen. */
async function astray(page: Page): Promise<number[]> {
  const dots = await dotBoxesIn(page);
  const around = await page.locator('[data-item-id]').evaluateAll((all) =>
    all.map((card) => {
      const title = card.querySelector('[data-automation-id="product-title"]')?.getBoundingClientRect();
      const { left, right } = card.getBoundingClientRect();
      return { left, right, top: title?.top ?? 0, bottom: title?.bottom ?? 0 };
    }),
  );
  return around.flatMap(({ left, right, top, bottom }, nth) => {
    const { x = 0, y = 0, width = 0 } = dots[nth] ?? {};
    const middle = y + width / 2;
    return x >= left && x + width <= right && middle > top && middle < bottom ? [] : [nth];
  });
}

async function choose(page: Page, key: string): Promise<void> {
  await (await cardIn(page)).getByRole('combobox').waitFor();
  await page.keyboard.press(key);
  await cardGone(page);
}

/** Keys from a test do not reach the browser's commands: the event is fired where it would arrive. */
async function pressTagKey(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(what: object): Promise<object[]> };
        commands: { onCommand: { dispatch(command: string, tab: object | undefined): void } };
      };
    };
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    chrome.commands.onCommand.dispatch('tag-item', tab);
  });
}

test('cards of a shop’s list are tagged by button and by key; the dots stay with their products', async ({
  deckhand,
  worker,
}) => {
  const page = await openSearch(deckhand);
  await expect.poll(() => astray(page)).toEqual([]);
  // anywhere on the card
  await page.locator('.picture').nth(1).hover({ force: true });
  await pressTagButton(page);
  await choose(page, 'i');
  await expect.poll(() => taggedCards(page)).toEqual(cards(1));

  await titleOf(page, 4).hover({ force: true });
  await eventually('button of the card', async () => (await wordsInClosedRoots(page)).includes('Tag'));
  await pressTagKey(worker);
  await choose(page, 'p');
  await expect.poll(() => taggedCards(page)).toEqual(cards(1, 4));

  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  const listed = await send(dashboard, 'item.list', { before: null, limit: 10 });
  expect(listed).toMatchObject({
    value: {
      rows: [
        { item: { kind: 'product', title: `Brass bell ${first + 4}`, authorKeys: [] } },
        {
          item: {
            kind: 'product',
            platform: 'walmart',
            keys: [`walmart:product:#${first + 1}`],
            url: `https://www.walmart.com/ip/${first + 1}`,
            title: expect.stringMatching(/^Brass bell 5275415032, hand-cast, .* and goats$/),
          },
        },
      ],
    },
  });
  await page.bringToFront();
  await page.reload();
  await expect.poll(() => taggedCards(page)).toEqual(cards(1, 4));
  // drawn anew in another order, with some that were not there
  await page.evaluate(
    (ids) => (window as unknown as { draw(...ids: number[]): void }).draw(...ids),
    [4, 20, 1, 21].map((nth) => first + nth),
  );
  await expect.poll(() => boxes(page)).toBe(4);
  await expect.poll(() => taggedCards(page)).toEqual(cards(4, 1));
  // a row is used again: it keeps its own name and shows another product
  await page.evaluate(() => (window as unknown as { swap(one: number, other: number): void }).swap(0, 1));
  await expect.poll(() => taggedCards(page)).toEqual(cards(20, 1));
  expect(await boxes(page)).toBe(4);
});

test('where keyword alerts are on, a list without comments has no work for them, and its cards are tagged', async ({
  deckhand,
}) => {
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  await sendWrite(dashboard, 'keyword.starter', { groups: wordGroups });
  const page = await openSearch(deckhand);
  await titleOf(page, 1).hover({ force: true });
  await pressTagButton(page);
  await choose(page, 'i');
  await expect.poll(() => taggedCards(page)).toEqual(cards(1));
});

test('the page sees no difference between a tagged card and any other, and nobody is saved from one', async ({
  deckhand,
}) => {
  const page = await openSearch(deckhand);
  await page.mouse.move(5, 700);
  const before = await seenByPage(page);
  // beside the titles, and the page's own button in the corner
  expect(before.rows.map(({ html }) => html)).toEqual(Array(9).fill('<span></span>'));
  await titleOf(page, 1).hover({ force: true });
  await pressTagButton(page);
  await choose(page, 'i');
  await expect.poll(() => taggedCards(page)).toEqual(cards(1));
  await page.reload();
  await expect.poll(() => taggedCards(page)).toEqual(cards(1));
  await page.mouse.move(5, 700);
  await expect
    .poll(async () => (await buttonsInClosedRoots(page)).some(({ name }) => name === 'Tag'))
    .toBe(false);
  expect(await seenByPage(page)).toEqual(before);
  await titleOf(page, 2).hover({ force: true });
  await eventually('button of the card', async () => (await wordsInClosedRoots(page)).includes('Tag'));
  expect((await buttonsInClosedRoots(page)).map(({ name }) => name)).not.toContain('Save creator');
  expect(hasCard(page)).toBe(false);
});

/** The titles of the products on a store's list, read by eye. */
const lists: Record<string, { of: string; titles: string[] }> = {
  aliexpress: { of: 'search-after-move-de', titles: ['Neue Glocke'] },
  // the first headline of the first card is its brand
  amazon: { of: 'search-first-load-en', titles: ['Brass Lantern', 'Tin Lantern'] },
  ebay: {
    of: 'search-first-load',
    titles: ['Brass bell', 'Brass bell, three sizes', 'Two bells'],
  },
  etsy: { of: 'search-first-load-de', titles: ['Glocke aus Messing', 'Zwei Glocken'] },
  // what has no link is nothing that can be found again
  jd: { of: 'search-first-load-zh', titles: ['铜灯笼'] },
  lazada: { of: 'search-cards', titles: ['Brass bell', 'Two bells'] },
  taobao: { of: 'listing-first-load-zh', titles: ['铜灯笼', '锡灯笼'] },
  temu: { of: 'search-first-load', titles: ['Brass bell'] },
  walmart: { of: 'search-after-move', titles: ['Tin bell'] },
};

test('on every store each card has one box and, under the pointer, one button', async ({
  deckhand,
  worker,
}) => {
  expect(worker).toBeDefined();
  for (const [platform, { of, titles }] of Object.entries(lists)) {
    await test.step(platform, async () => {
      const found = siteFixtures().find((one) => one.platform === platform && one.name === of);
      if (!found) throw new Error(`there is no page ${platform}/${of}`);
      deckhand.pages.put(found.expected.url.replace(/#.*/, ''), found.html);
      const page = await openAddress(deckhand, found.expected.url);
      await expect.poll(() => boxes(page), platform).toBe(titles.length);
      for (const title of titles) {
        const words = page.getByText(title, { exact: true }).last();
        await words.hover();
        const { y = 0, height = 0 } = (await words.boundingBox()) ?? {};
        await eventually(`one button beside “${title}”`, async () => {
          const [button, another] = (await buttonsInClosedRoots(page)).filter(({ name }) => name === 'Tag');
          return button && !another && Math.abs(button.y - y - height / 2) < 40;
        });
      }
      await pressTagButton(page);
      await expect(
        (await cardIn(page)).getByText(titles.at(-1) ?? '', { exact: true }),
        platform,
      ).toBeVisible();
      await page.close();
    });
  }
});
