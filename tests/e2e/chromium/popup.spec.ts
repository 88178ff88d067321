import { expect } from '@playwright/test';
import { extensionPage, openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { openSample, test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { readStores } from '../../support/notebook.ts';
import { samplePages } from '../../support/sample-pages.ts';

test('a product page becomes a watched page of a competitor, once', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'shopify');
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await expect(popup.getByText('Beeswax Pillar Candle').first()).toBeVisible();
  await expect(popup.getByText(/24[.,]50/).first()).toBeVisible();
  await expect(popup.getByLabel('Name', { exact: true })).toHaveValue('Nordlys Candles');
  await popup.getByRole('button', { name: 'Watch this page' }).click();
  await expect(popup.getByText('On your watchlist ·')).toBeVisible();

  const { competitors, watchedPages } = await readStores(worker);
  expect(competitors).toHaveLength(1);
  expect(watchedPages).toMatchObject([
    { url: samplePages.shopify.url, kind: 'product', competitorId: competitors?.[0]?.id },
  ]);

  // another look at the same page offers no second one
  await popup.reload();
  await expect(popup.getByText('On your watchlist ·')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Watch this page' })).toHaveCount(0);
});

test('a watched competitor is opened, removed and brought back', async ({ deckhand, worker }) => {
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const { url } = samplePages.x;
  const watched = { url, title: 'Tobias Fell', platform: 'x', kind: 'profile' };
  const added = await sendWrite(popup, 'watchlist.add', {
    name: 'Nordlys Candles',
    tier: 'better',
    page: watched,
  });
  expect(added).toMatchObject({ ok: true, value: { alreadyWatched: false } });
  await expect(popup.getByText('Nordlys Candles').first()).toBeVisible();
  await expect(popup.getByText('Not looked at yet')).toBeVisible();

  const opened = deckhand.context.waitForEvent('page');
  await popup
    .getByRole('button', { name: 'Open Nordlys Candles' })
    .or(popup.getByRole('link', { name: 'Open Nordlys Candles' }))
    .click();
  await expect(await opened).toHaveURL(url);
  const looked = async () => (await readStores(worker)).watchedPages?.[0]?.lastLookedAt;
  await expect.poll(looked).toBeTruthy();

  const again = await openExtensionPage(deckhand, 'popup.html');
  await again.getByRole('button', { name: 'Change Nordlys Candles' }).click();
  await again.getByRole('button', { name: /^Remove/ }).click();
  await expect(again.getByText('Nordlys Candles removed').first()).toBeVisible();
  const rows = async () =>
    (await readStores(worker)).competitors?.filter(({ deletedAt }) => !deletedAt).length;
  await expect.poll(rows).toBe(0);
  await again.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(rows).toBe(1);
});

test('a tick in the checklist stays, and is of this day only', async ({ deckhand, worker }) => {
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const item = popup.getByRole('checkbox', { name: /comment and message answered/ });
  await item.click();
  await expect(item).toBeChecked();
  await popup.reload();
  await expect(popup.getByRole('checkbox', { name: /comment and message answered/ })).toBeChecked();
  const { dayEntries = [] } = await readStores(worker);
  const ticked = dayEntries.filter(({ done, by }) => done && by === 'hand');
  expect(ticked).toMatchObject([{ key: 'comments-answered' }]);
  const today = await popup.evaluate(() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((n) => String(n).padStart(2, '0'))
      .join('-');
  });
  expect(ticked[0]?.day).toBe(today);
});

test('the popup works by keyboard alone', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  await openSample(deckhand, 'tiktok');
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const save = popup.getByRole('button', { name: 'Save creator' });
  await save.waitFor();
  for (let i = 0; i < 30 && !(await save.evaluate((button) => button === document.activeElement)); i++)
    await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Already in your creator list')).toBeVisible();
  expect((await readStores(worker)).accounts).toMatchObject([{ handle: 'lune.et.laine' }]);
});

test('the first run can be skipped and does not come back', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await popup.getByRole('button', { name: 'Not now' }).click();
  await expect(popup.getByText('Two questions, one minute')).toHaveCount(0);
  await popup.reload();
  await popup.getByText('Checklist').first().waitFor();
  await expect(popup.getByText('Two questions, one minute')).toHaveCount(0);
});

test("a page of the browser's own is said to be one", async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const page = await deckhand.context.newPage();
  await page.goto('chrome://version');
  const popup = await deckhand.context.newPage();
  await popup.goto(extensionPage(deckhand, 'popup.html'));
  await expect(popup.getByText('which no extension may read')).toBeVisible();
});
