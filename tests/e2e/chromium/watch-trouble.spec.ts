import { expect } from '@playwright/test';
import { openExtensionPage } from '../../support/chromium.ts';
import { judge } from '../../support/generated-history.ts';
import { moveClock } from '../../support/moved-clock.ts';
import { looseContents } from '../../support/snapshots.ts';
import { foundBy, generatedShop, type Seen, visitorOf, watchAddress } from '../../support/watched-web.ts';

const { kind, versions, html, test } = generatedShop();

const logIn =
  '<!doctype html><html lang="en"><title>Log in</title><form><input name="user"><input type="password"></form></html>';
const captcha =
  '<!doctype html><html lang="en"><title>Just a moment...</title><h1>lin-studio.example</h1><p>Verifying you are human. This may take a few seconds.</p><div class="cf-turnstile"></div></html>';

test('a wall or a page with three products left is “unreadable” once, never “all gone”, and then readable again', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(120_000);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/activity');
  const seen = await watchAddress(inside, { name: 'Lin', url: kind.url, html: html(0) });
  const { visit } = visitorOf(deckhand, worker, 72);
  let known = 0;
  /** @returns what the visit found, as kind and key or reason */
  const found = async (shown: string) => {
    await visit([{ ...seen, html: shown }]);
    const { changes } = await foundBy(worker);
    const fresh = changes.slice(known);
    known = changes.length;
    return fresh;
  };
  const short = async (shown: string) =>
    (await found(shown)).map(({ kind: what, to, from }) => `${what} ${to ?? from}`);

  expect(await short(html(0))).toEqual([]);
  expect(await short(logIn)).toEqual(['unreadable wall']);
  expect(await short(captcha)).toEqual([]);
  expect(await short(html(0, 5))).toEqual(['readable-again wall']);
  const few = html(0).replace(/(<ul class="grid">(?:<li.*?<\/li>){3}).*?<\/ul>/s, '$1</ul>');
  expect(await short(few)).toEqual(['unreadable far-fewer']);
  // the shop changed behind the wall
  const [again, ...rest] = await found(html(1));
  expect(again).toMatchObject({ kind: 'readable-again', from: 'far-fewer' });
  expect(judge({ log: versions[1]?.log ?? [], found: rest })).toMatchObject({ missed: [], wrong: [] });

  const { snapshots } = await foundBy(worker);
  const walls = snapshots.filter(({ status }) => status.state === 'unreadable');
  expect(walls.map(({ layers }) => layers.reading.state)).toEqual(['missing', 'kept']);
  await moveClock(worker, 0);
  await inside.goto(inside.url().replace(/#.*$/, '#/watch'));
  await expect(
    inside.getByText('The page could not be read: a login page or a check stood there'),
  ).toBeVisible();
});

test('many looks in a day: unchanged is a time and no snapshot, and within the hour nobody looks', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(90_000);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/activity');
  const seen = await watchAddress(inside, { name: 'Lin', url: kind.url, html: html(0) });
  const { visit, tab } = visitorOf(deckhand, worker, 12);
  for (let look = 0; look < 3; look++) await visit([seen]);
  expect((await foundBy(worker)).snapshots).toMatchObject([{ timesSeenAgain: 2 }]);
  const page = await tab(kind.url);
  deckhand.pages.put(kind.url, html(1));
  await page.reload();
  await page.waitForTimeout(4_000);
  expect((await foundBy(worker)).snapshots).toHaveLength(1);
  await visit([{ ...seen, html: html(1) }]);
  const { snapshots, changes } = await foundBy(worker);
  expect(snapshots).toHaveLength(2);
  expect(judge({ log: versions[1]?.log ?? [], found: changes })).toMatchObject({ missed: [], wrong: [] });
});

test('a worker that is stopped between the page’s word and the store loses no look and doubles none', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(150_000);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/activity');
  const cdp = await deckhand.context.newCDPSession(inside);
  await cdp.send('ServiceWorker.enable');
  const delays = [0, 30, 60, 100, 160, 260];
  const pages: Seen[] = [];
  for (const [number] of delays.entries()) {
    const url = `${kind.url}-${number}`;
    pages.push(await watchAddress(inside, { name: `Lin ${number}`, url, html: html(0) }));
  }
  const { visit, tab } = visitorOf(deckhand, worker, 72);
  await visit(pages);
  await moveClock(worker, 0);
  for (const [number, delay] of delays.entries()) {
    const seen = pages[number];
    if (!seen) throw new Error('no page');
    const page = await tab(seen.url);
    deckhand.pages.put(seen.url, html(1));
    await page.bringToFront();
    await page.goto(seen.url);
    // the page is quiet for a second and a half, then it is read
    await page.waitForTimeout(1_450 + delay);
    await cdp.send('ServiceWorker.stopAllWorkers');
    const own = async () => {
      const { snapshots, changes } = await foundBy(inside);
      const isOwn = ({ competitorId }: { competitorId: string }) => competitorId === seen.competitorId;
      return { snapshots: snapshots.filter(isOwn), changes: changes.filter(isOwn) };
    };
    await expect.poll(async () => (await own()).snapshots.length, { timeout: 20_000 }).toBe(2);
    // a second message of the same look would come now
    await page.waitForTimeout(1_500);
    const { snapshots, changes } = await own();
    expect(snapshots).toHaveLength(2);
    expect(judge({ log: versions[1]?.log ?? [], found: changes }), `${delay} ms`).toMatchObject({
      missed: [],
      wrong: [],
    });
  }
  expect(await looseContents(inside)).toEqual([]);
});
