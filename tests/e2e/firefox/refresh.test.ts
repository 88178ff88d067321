import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { RefreshJob } from '../../../utils/domain/refresh-job.ts';
import {
  byWords,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
  wordsOn,
} from '../../support/firefox.ts';
import { sendInside } from '../../support/firefox-window.ts';
import { type LoopBack, serveShop } from '../../support/loop-back.ts';
import { bowls, captcha, letHoursPass, ringSoon, shopPage } from '../../support/scheduled-refresh.ts';

/*
 * Firefox parses in its background: no document is opened for it, and the readers come from the files that lie on the site's own pages.
 */

let firefox: FirefoxBrowsing;
let shop: LoopBack;
let inside: Page;

beforeAll(async () => {
  firefox = await launchFirefox();
  shop = await serveShop(firefox, new URL(shopPage).hostname);
  inside = await firefox.openExtensionPage('dashboard.html');
  const page = { url: shopPage, title: 'Bowls', platform: 'web', kind: 'listing' };
  const input = { operationId: newId(), name: 'Lin Ceramics', tier: 'better', page };
  const added = (await sendInside(inside, 'watchlist.add', input)) as { value: { competitorId: string } };
  await inside.evaluate((id) => {
    location.hash = `#/watch/${id}`;
  }, added.value.competitorId);
});
afterAll(async () => {
  await firefox?.close();
  await shop?.close();
});

const jobIn = async () => {
  const { refreshJobs = [] } = await readStores(inside);
  return refreshJobs[0] as unknown as RefreshJob | undefined;
};

/** Lets the hours pass and the refresh come that they bring. */
async function refreshed(): Promise<RefreshJob> {
  const before = await jobIn();
  await letHoursPass(inside);
  return until('refresh', async () => {
    const job = await jobIn();
    if (job && !job.run && job.triedAt && job.triedAt !== before?.triedAt) return job;
    if (!job?.run) await ringSoon(inside);
    return undefined;
  });
}

const said = (words: string) => until(words, async () => (await wordsOn(inside)).includes(words));

test('a page that is switched on is asked for by itself, and a price that changes is one change', async () => {
  shop.answers.set(shopPage, {
    body: bowls(['24.00', '36.00', '58.00']),
    headers: { 'set-cookie': 'who=1' },
  });
  await said('Look at this page by itself');
  expect(shop.asked).toEqual([]);
  const box = await until('box', () =>
    inside.$('section[aria-labelledby="watch-refresh"] input[type=checkbox]'),
  );
  await box.click();
  await said('Not refreshed yet.');
  expect(await refreshed()).toMatchObject({ source: 'page', stopped: false });
  shop.answers.set(shopPage, { body: bowls(['24.00', '29.00', '58.00']) });
  await refreshed();
  const { changes = [], snapshots = [] } = await readStores(inside);
  expect(snapshots).toMatchObject([{ cause: 'refresh' }, { cause: 'refresh' }]);
  expect(changes).toMatchObject([{ kind: 'price-down', from: '36.00 EUR', to: '29.00 EUR' }]);
  // as nobody: what the shop handed out was not handed back
  expect(shop.asked).toEqual([
    { url: shopPage, cookie: undefined },
    { url: shopPage, cookie: undefined },
  ]);
});

test('at 429 it stops and says so; asked to, it goes on', async () => {
  shop.answers.set(shopPage, { status: 429, body: 'slow down' });
  expect(await refreshed()).toMatchObject({ stopped: true, trouble: { reason: 'too-many', status: 429 } });
  await said('The shop says that it was asked too often.');
  shop.answers.set(shopPage, { body: bowls(['24.00', '29.00', '58.00']) });
  await (await byWords(inside, 'button', 'Go on')).click();
  await until('that it goes on', async () => (await jobIn())?.stopped === false);
  expect(await refreshed()).toMatchObject({ stopped: false, failures: 0 });
});

test('a captcha is an unreadable page, and nothing is gone', async () => {
  const { changes: before = [] } = await readStores(inside);
  shop.answers.set(shopPage, { body: captcha });
  expect(await refreshed()).toMatchObject({ stopped: true, trouble: { reason: 'wall' } });
  const { changes = [] } = await readStores(inside);
  expect(changes.slice(before.length).map(({ kind }) => kind)).toEqual(['unreadable']);
});
