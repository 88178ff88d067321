import { expect, type Page } from '@playwright/test';
import { badgesIn } from '../../support/badges.ts';
import { type Browsing, openExtensionPage } from '../../support/chromium.ts';
import { eventually } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import { openWatch, watch } from '../../support/living-pages.ts';
import { send } from '../../support/messages.ts';

const scroller = (page: Page, top: number | 'end') =>
  page.evaluate((to) => {
    const box = document.querySelector('#scroller');
    box?.scrollTo(0, to === 'end' ? box.scrollHeight : to);
  }, top);

/** How many people the popup would offer to collect. */
async function peopleSeen(deckhand: Browsing, page: Page): Promise<() => Promise<number>> {
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const tabId = await popup.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(q: object): Promise<{ id: number; url: string }[]> } };
    };
    return (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id;
  }, watch);
  await page.bringToFront();
  return async () => {
    const answer = (await send(popup, 'tab.screen', { tabId })) as { value: { people: number } };
    return answer.value.people;
  };
}

test('of a long list nobody is missed who was scrolled past fast, and nobody is counted who was not near', async ({
  deckhand,
}) => {
  const page = await openWatch(deckhand, 'fill(300)');
  await eventually('boxes beside names', async () => (await badgesIn(page)).length > 5);
  const seen = await peopleSeen(deckhand, page);
  expect(await seen()).toBeLessThan(40);
  // as fast as somebody turns a wheel: half of the box every other frame
  await page.evaluate(async () => {
    const box = document.querySelector('#scroller') as HTMLElement;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) {
      box.scrollBy(0, box.clientHeight / 2);
      await frame();
      await frame();
    }
  });
  await expect.poll(seen).toBe(300);
});

test('a jump to the end of a long list, and back, shows the boxes there', async ({ deckhand }) => {
  const page = await openWatch(deckhand, 'fill(3_000)');
  await eventually('boxes beside names', async () => (await badgesIn(page)).length > 5);
  const seen = await peopleSeen(deckhand, page);
  const inBox = async () => (await badgesIn(page)).filter(({ y }) => y > 60 && y < 600).length;
  const atFirst = await inBox();
  expect(atFirst).toBeGreaterThan(5);
  for (const place of ['end', 100_000, 0] as const) {
    await scroller(page, place);
    await expect.poll(inBox).toBeGreaterThanOrEqual(atFirst - 1);
  }
  // those between were never on the screen
  expect(await seen()).toBeLessThan(200);
});

test('rows that come in pages below what is shown are found when one gets there, and so are those put in above', async ({
  deckhand,
}) => {
  const page = await openWatch(deckhand, 'fill(20)');
  await eventually('boxes beside names', async () => (await badgesIn(page)).length > 5);
  await page.evaluate(() => {
    const code = window as unknown as { fill(count: number, prefix: string): void };
    for (let turn = 0; turn < 5; turn++) code.fill(20, `later${turn}`);
  });
  await scroller(page, 'end');
  await eventually(
    'boxes at the end',
    async () => (await badgesIn(page)).filter(({ y }) => y > 60 && y < 600).length > 3,
  );
  await scroller(page, 0);
  await page.evaluate(() => {
    const list = document.querySelector('#comments');
    const rows = [...(list?.children ?? [])];
    // the last ones come first, as when the order is changed
    list?.prepend(...rows.slice(-30).reverse());
    document.querySelector('#scroller')?.scrollTo(0, 0);
  });
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('#comments > *')]
          .slice(0, 6)
          .every((row) => row.querySelectorAll('span:empty:not([class], [id], [style])').length === 1),
      ),
    )
    .toBe(true);
});
