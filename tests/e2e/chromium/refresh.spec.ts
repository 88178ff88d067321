import { expect, type Page } from '@playwright/test';
import type { RefreshJob } from '../../../utils/domain/refresh-job.ts';
import { type Browsing, openExtensionPage } from '../../support/chromium.ts';
import { eventually } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { readStores } from '../../support/notebook.ts';
import { shopifyJson } from '../../support/refreshed-shop.ts';
import {
  bowls,
  captcha,
  letHoursPass,
  ringSoon,
  shopOrigin,
  shopPage,
} from '../../support/scheduled-refresh.ts';

/** Watches the shop's page and opens the competitor's page in the dashboard. */
async function competitorPage(deckhand: Browsing, more: object = {}): Promise<Page> {
  const page = await openExtensionPage(deckhand, 'dashboard.html');
  const watched = { url: shopPage, title: 'Bowls', platform: 'web', kind: 'listing', ...more };
  const added = await sendWrite(page, 'watchlist.add', {
    name: 'Lin Ceramics',
    tier: 'better',
    page: watched,
  });
  const { value } = added as { value: { competitorId: string } };
  await page.goto(`${page.url().split('#')[0]}#/watch/${value.competitorId}`);
  return page;
}

const storesOf = async (page: Page) => {
  const { changes = [], snapshots = [], refreshJobs = [] } = await readStores(page);
  return { changes, snapshots, job: refreshJobs[0] as unknown as RefreshJob | undefined };
};

/** Lets the hours pass and the refresh come that they bring. */
async function refreshed(page: Page): Promise<RefreshJob> {
  const before = (await storesOf(page)).job;
  await letHoursPass(page);
  return eventually(
    'refresh',
    async () => {
      const { job } = await storesOf(page);
      if (job && !job.run && job.triedAt !== undefined && job.triedAt !== before?.triedAt) return job;
      if (!job?.run) await ringSoon(page);
      return undefined;
    },
    30_000,
  );
}

/** The box is what the notebook says: it is ticked once that is durable. */
async function switchOn(page: Page): Promise<void> {
  const box = page.getByLabel('Look at this page by itself');
  await box.click();
  await expect(box).toBeChecked();
}

test('a page of a shop that is switched on is asked for by itself, and a price that changes is one change', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  deckhand.pages.putData(shopPage, bowls(['24.00', '36.00', '58.00']));
  const page = await competitorPage(deckhand);
  await expect(page.getByText('never more than once an hour')).toBeVisible();
  expect(deckhand.pages.served).toEqual([]);
  await switchOn(page);
  await expect(page.getByText('Not refreshed yet.')).toBeVisible();
  await refreshed(page);
  await expect(page.getByText('Taken from the page itself.')).toBeVisible();
  expect(await storesOf(page)).toMatchObject({ changes: [], snapshots: [{ cause: 'refresh', via: 'page' }] });

  deckhand.pages.putData(shopPage, bowls(['24.00', '29.00', '58.00']));
  await refreshed(page);
  const { changes } = await storesOf(page);
  expect(changes).toMatchObject([{ kind: 'price-down', from: '36.00 EUR', to: '29.00 EUR' }]);
  await expect(page.getByText('Bowl No. 2 碗').first()).toBeVisible();
  // this page was asked for twice, and nothing else by anybody
  expect(deckhand.pages.served).toEqual([shopPage, shopPage]);
  expect(deckhand.pages.refused).toEqual([]);
});

test('of a Shopify shop the public list of products is asked for, and its currency', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const collection = `${shopOrigin}/collections/bowls`;
  const list = `${collection}/products.json?limit=250&page=1`;
  deckhand.pages.putData(`${shopOrigin}/meta.json`, '{"currency":"EUR"}');
  deckhand.pages.putData(`${shopOrigin}/cart.js`, '{"currency":"EUR"}');
  deckhand.pages.putData(list, shopifyJson([{ id: 1 }, { id: 2, price: '36.00' }]));
  const page = await competitorPage(deckhand, { url: collection, platform: 'shopify' });
  await switchOn(page);
  expect(await refreshed(page)).toMatchObject({ source: 'shopify' });
  deckhand.pages.putData(
    list,
    shopifyJson([
      { id: 1, available: false },
      { id: 2, price: '29.00' },
    ]),
  );
  await refreshed(page);
  const { changes } = await storesOf(page);
  expect(changes.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual(['price-down 2', 'sold-out 1']);
  const round = [`${shopOrigin}/meta.json`, `${shopOrigin}/cart.js`, list];
  expect(deckhand.pages.served).toEqual([...round, ...round]);
  await expect(page.getByText('Taken from the shop’s public product list.')).toBeVisible();
});

test('at 429 it stops and says so; asked to, it goes on', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  deckhand.pages.putData(shopPage, 'slow down', { status: 429 });
  const page = await competitorPage(deckhand);
  await switchOn(page);
  expect(await refreshed(page)).toMatchObject({
    stopped: true,
    trouble: { reason: 'too-many', status: 429 },
  });
  await expect(page.getByText('The shop says that it was asked too often.')).toBeVisible();
  await expect(page.getByText('Nothing is asked until you press “Go on”.')).toBeVisible();
  await letHoursPass(page);
  await page.waitForTimeout(2_000);
  expect(deckhand.pages.served).toHaveLength(1);

  deckhand.pages.putData(shopPage, bowls(['24.00', '36.00']));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeHidden();
  expect(await refreshed(page)).toMatchObject({ stopped: false, source: 'page' });
  expect((await storesOf(page)).snapshots).toMatchObject([{ status: { state: 'ok' } }]);
});

test('a captcha is an unreadable page, and nothing is gone', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  deckhand.pages.putData(shopPage, bowls(['24.00', '36.00', '58.00']));
  const page = await competitorPage(deckhand);
  await switchOn(page);
  await refreshed(page);
  deckhand.pages.putData(shopPage, captcha);
  expect(await refreshed(page)).toMatchObject({ stopped: true, trouble: { reason: 'wall' } });
  const { changes } = await storesOf(page);
  expect(changes.map(({ kind }) => kind)).toEqual(['unreadable']);
  await expect(page.getByText('A check or a login stood where the page should be.')).toBeVisible();
});

test('a redirect is not followed', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const elsewhere = 'https://www.instagram.com/lin.ceramics/';
  deckhand.pages.putData(shopPage, '', { status: 302, headers: { location: elsewhere } });
  const page = await competitorPage(deckhand);
  await switchOn(page);
  expect(await refreshed(page)).toMatchObject({ stopped: true, trouble: { reason: 'moved' } });
  expect(deckhand.pages.served).toEqual([shopPage]);
  expect(deckhand.pages.refused).toEqual([]);
});

test('it is not offered for a social platform, which says why', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const page = await openExtensionPage(deckhand, 'dashboard.html');
  const url = 'https://www.instagram.com/lin.ceramics/';
  const watched = { url, title: 'Lin', platform: 'instagram', kind: 'profile' };
  const added = await sendWrite(page, 'watchlist.add', { name: 'Lin', tier: 'better', page: watched });
  const { value } = added as { value: { competitorId: string } };
  await page.goto(`${page.url().split('#')[0]}#/watch/${value.competitorId}`);
  await expect(page.getByText('Deckhand never asks a social platform for a page by itself')).toBeVisible();
  await expect(page.getByLabel('Look at this page by itself')).toHaveCount(0);
  const { watchedPages = [] } = await readStores(page);
  const input = { watchedPageId: watchedPages[0]?.id, hours: 1 };
  expect(await sendWrite(page, 'refresh.set', input)).toMatchObject({ ok: false, code: 'invalid' });
});
