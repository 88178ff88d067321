import { expect, type Page, type Worker } from '@playwright/test';
import { type ChangedBuild, changedBuild } from '../../support/changed-build.ts';
import { type Browsing, launchChromium, openExtensionPage, whenRegistered } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { rowsOf, visitorOf, watchAddress } from '../../support/watched-web.ts';

/*
 * Alerts of the competitor watch in the real extension: the number on the toolbar button, the notification and its quiet hours, the digest in
 * the popup, and the settings of all that by keyboard. A browser that a test drives can agree to nothing, so the build has the permission.
 */

const url = 'https://nordlys-alerts.example/collections/candles';

/** A shop of five candles; the first at `price`, the last not there when `few`. */
function shopPage(price: string, { few = false } = {}): string {
  const items = Array.from({ length: few ? 4 : 5 }, (_, n) => ({
    '@type': 'ListItem',
    position: n + 1,
    item: {
      '@type': 'Product',
      name: `Candle ${n + 1}`,
      sku: `c${n + 1}`,
      url: `${url}/candle-${n + 1}`,
      offers: {
        '@type': 'Offer',
        price: n === 0 ? price : '24.00',
        priceCurrency: 'EUR',
        availability: 'https://schema.org/InStock',
      },
    },
  }));
  const list = { '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: items };
  const cards = items.map(
    ({ item }) => `<li><a href="${item.url}">${item.name}</a> <span>€${item.offers.price}</span></li>`,
  );
  return `<!doctype html><html lang="en"><title>Candles</title>
<script type="application/ld+json">${JSON.stringify(list)}</script>
<main><h1>Candles</h1><ul>${cards.join('')}</ul></main>`;
}

let build: ChangedBuild;
test.beforeAll(() => {
  build = changedBuild((manifest, worker) => {
    manifest.host_permissions = [...(manifest.host_permissions ?? []), 'https://nordlys-alerts.example/*'];
    manifest.permissions = [...(manifest.permissions ?? []), 'notifications'];
    return worker;
  });
});
test.afterAll(() => build.remove());

interface Chrome {
  action: { getBadgeText(details: { tabId?: number }): Promise<string> };
  alarms: {
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
    create(name: string, info: { when: number }): Promise<void>;
  };
  notifications: { getAll(): Promise<Record<string, unknown>>; clear(id: string): Promise<boolean> };
  tabs: { query(filter: object): Promise<{ id?: number }[]> };
}

const badge = (worker: Worker) =>
  worker.evaluate(() => (globalThis as unknown as { chrome: Chrome }).chrome.action.getBadgeText({}));
const notices = async (worker: Worker) =>
  Object.keys(
    await worker.evaluate(() => (globalThis as unknown as { chrome: Chrome }).chrome.notifications.getAll()),
  );

/** Lets the alarm come now: the tests' clock of the worker is ahead of the browser's. @returns when it was to come by the worker's clock */
async function alarmNow(worker: Worker): Promise<number> {
  await expect.poll(() => alarmAt(worker)).toBeGreaterThan(0);
  const at = await alarmAt(worker);
  await worker.evaluate(async () => {
    const { chrome, rightDate = Date } = globalThis as unknown as { chrome: Chrome; rightDate?: typeof Date };
    await chrome.alarms.create('alerts', { when: rightDate.now() + 50 });
  });
  return at;
}
const alarmAt = (worker: Worker) =>
  worker.evaluate(
    async () =>
      (await (globalThis as unknown as { chrome: Chrome }).chrome.alarms.get('alerts'))?.scheduledTime ?? 0,
  );

/** Goes on with the key until the control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    const here = await page.evaluate(() => {
      const { activeElement } = document;
      const group = activeElement?.closest('fieldset')?.querySelector('legend')?.textContent;
      const own =
        activeElement?.getAttribute('aria-label') ??
        (activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ??
        activeElement?.textContent;
      return group ? `${group}: ${own}` : own;
    });
    if (here === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by key to ${name}`);
}

async function watching(): Promise<{
  browsing: Browsing;
  worker: Worker;
  settings: Page;
  competitorId: string;
}> {
  const browsing = await launchChromium({ extension: build.folder });
  const worker = await whenRegistered(browsing);
  const settings = await openExtensionPage(browsing, 'dashboard.html#/settings');
  const { competitorId } = await watchAddress(settings, { name: 'Nordlys', url, html: shopPage('24.00') });
  return { browsing, worker, settings, competitorId };
}

test('from the settings to the button, one notification and the digest', async () => {
  test.setTimeout(120_000);
  const { browsing, worker, settings, competitorId } = await watching();
  const { visit } = visitorOf(browsing, worker, 0);
  const see = (html: string) => visit([{ competitorId, url, html }]);

  // switched on by keyboard alone
  await expect(settings.getByRole('checkbox', { name: 'Notifications' })).toBeEnabled();
  await tabTo(settings, 'Notifications');
  await settings.keyboard.press('Space');
  await expect(settings.getByRole('checkbox', { name: 'Notifications' })).toBeChecked();
  await tabTo(settings, 'Quiet hours');
  await settings.keyboard.press('Space');
  await expect(settings.getByRole('checkbox', { name: 'Quiet hours' })).not.toBeChecked();

  await see(shopPage('24.00'));
  expect(await badge(worker)).toBe('');
  await see(shopPage('12.00', { few: true }));
  await expect.poll(() => badge(worker)).toBe('2');
  await alarmNow(worker);
  await expect.poll(() => notices(worker)).toHaveLength(1);
  expect((await notices(worker))[0]).toContain(`watch:${competitorId}:`);
  await expect.poll(async () => (await rowsOf(worker, ['alerts'])).alerts).toEqual([]);

  // only the important ones on the button
  await tabTo(settings, 'Unread changes counted on the toolbar button: Notable');
  await settings.keyboard.press('Space');
  await expect.poll(() => badge(worker)).toBe('1');

  const popup = await openExtensionPage(browsing, 'popup.html');
  const digest = popup.getByRole('list', { name: 'What changed at Nordlys' });
  await expect(digest.getByRole('listitem')).toHaveCount(2);
  await expect(digest.getByRole('listitem').first()).toContainText('important: ');
  await expect(digest.getByRole('listitem').first()).toContainText('Candle 1');
  // what a tab's button said does not cover the news when it is over
  const shown = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const tabs = await chrome.tabs.query({});
    return Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id ?? 0 })));
  });
  expect(new Set(shown)).toEqual(new Set(['1']));
  const opened = browsing.context.waitForEvent('page');
  await digest.getByRole('button').first().press('Enter');
  const history = await opened;
  await expect(history.getByRole('heading', { level: 1, name: 'Nordlys' })).toBeVisible();
  expect(new URL(history.url()).hash).toBe(`#/watch/${competitorId}`);

  // read there: the button has nothing to say
  await popup.getByRole('button', { name: 'Since yesterday' }).click();
  await expect(digest.getByRole('listitem')).toHaveCount(2);
  await browsing.close();
});

test('in quiet hours the notification waits for their end', async () => {
  test.setTimeout(120_000);
  const { browsing, worker, settings, competitorId } = await watching();
  const { visit } = visitorOf(browsing, worker, 0);
  const notify = settings.getByRole('checkbox', { name: 'Notifications' });
  // a key finds nothing on a box that is not ready
  await expect(notify).toBeEnabled();
  await notify.press('Space');
  const hours = (from: number) => {
    const clock = (add: number) => new Date(Date.now() + add * 3_600_000).toTimeString().slice(0, 5);
    return [clock(from), clock(from + 8)] as const;
  };
  const [from, until] = hours(0);
  await settings.getByLabel('Quiet from').fill(from);
  await settings.getByLabel('Quiet from').blur();
  await settings.getByLabel('Quiet until').fill(until);
  await settings.getByLabel('Quiet until').blur();
  await expect
    .poll(async () => (await rowsOf(worker, ['settings'])).settings?.[0])
    .toMatchObject({ quietHours: { from, until } });
  await visit([{ competitorId, url, html: shopPage('24.00') }]);
  await visit([{ competitorId, url, html: shopPage('12.00') }]);
  const end = await alarmNow(worker);
  expect(new Date(end).toTimeString().slice(0, 5)).toBe(until);
  // told to come now it finds the hours quiet and comes again at their end
  await expect.poll(() => alarmAt(worker)).toBe(end);
  expect(await notices(worker)).toEqual([]);
  expect((await rowsOf(worker, ['alerts'])).alerts).toHaveLength(1);
  await settings.getByRole('checkbox', { name: 'Quiet hours' }).press('Space');
  await expect.poll(() => alarmAt(worker)).toBeLessThan(end);
  await alarmNow(worker);
  await expect.poll(() => notices(worker)).toHaveLength(1);
  await browsing.close();
});

test('the table of what matters: a rule holds for the next change, and is taken back', async () => {
  test.setTimeout(120_000);
  const { browsing, worker, settings, competitorId } = await watching();
  const { visit } = visitorOf(browsing, worker, 0);
  await tabTo(settings, 'Price down: Counts as');
  await settings.keyboard.press('End');
  await tabTo(settings, 'Price down: Important from %');
  await settings.keyboard.press('ControlOrMeta+a');
  await settings.keyboard.type('70');
  await settings.keyboard.press('Tab');
  const reset = settings.getByRole('button', { name: 'Back to Deckhand’s table' });
  await expect(reset).toBeEnabled();
  await visit([{ competitorId, url, html: shopPage('24.00') }]);
  await visit([{ competitorId, url, html: shopPage('12.00') }]);
  const found = async () => (await rowsOf(worker, ['changes'])).changes;
  await expect.poll(found).toMatchObject([{ kind: 'price-down', severity: 'high' }]);
  await reset.press('Enter');
  await expect(reset).toBeDisabled();
  await expect(settings.getByLabel('Price down: Important from %')).toHaveValue('15');
  await browsing.close();
});
