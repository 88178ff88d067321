import { expect } from '@playwright/test';
import { badgesIn, marksIn, waitingIn } from '../../support/badges.ts';
import { cardIn } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { buttonsInClosedRoots, eventually } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import {
  groupButton,
  isCovered,
  markOwn,
  openWatch,
  people,
  pointAt,
  saveFromItem,
  watch,
  whatThePageSees,
} from '../../support/living-pages.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { readCaptured } from '../../support/notebook.ts';

test('an author of a comment is saved with one press on the item, and shown as known from then on', async ({
  deckhand,
  worker,
}) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  expect(await marksIn(page)).toEqual([]);
  expect(await buttonsInClosedRoots(page)).toEqual([]);
  await saveFromItem(page, worker, 'snow_owl');
  const { creators, accounts } = await readCaptured(worker);
  expect(creators).toHaveLength(1);
  expect(accounts).toMatchObject([
    { platform: 'youtube', handle: 'snow_owl', url: 'https://www.youtube.com/@snow_owl' },
  ]);
  await expect.poll(() => marksIn(page)).toEqual(['known']);
  const card = await cardIn(page);
  await card.getByRole('button', { name: 'Undo saving' }).click();
  await expect.poll(() => marksIn(page)).toEqual([]);
  expect((await readCaptured(worker)).creators).toEqual([]);
});

test('the page sees no difference between a name before and after it is known', async ({
  deckhand,
  worker,
}) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  const before = await whatThePageSees(page);
  expect(before.rows).toHaveLength(2);
  // an empty box covers what lies under it as a filled one does
  expect(before.covered).toEqual([true, true]);
  const creatorId = await saveFromItem(page, worker, 'snow_owl');
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  await sendWrite(dashboard, 'creator.update', { creatorId, changes: { status: 'working-together' } });
  await page.bringToFront();
  await page.reload();
  await expect.poll(() => marksIn(page)).toEqual(['partner']);
  await page.mouse.move(5, 700);
  expect(await whatThePageSees(page)).toEqual(before);
});

test('resting on a known name tells who it is, in the frame only; on an unknown one nothing', async ({
  deckhand,
  worker,
}) => {
  const page = await openWatch(deckhand, people);
  const creatorId = await saveFromItem(page, worker, 'snow_owl');
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  const changes = { notes: 'Likes tea, answers in the evening', tags: ['tea'], status: 'contacted' };
  await sendWrite(dashboard, 'creator.update', { creatorId, changes });
  await page.bringToFront();
  await page.reload();
  await expect.poll(() => marksIn(page)).toEqual(['in-contact']);
  const peek = () => page.frames().find((frame) => frame.url().endsWith('frame.html#peek'));
  await pointAt(page, 'frost.fern');
  const frame = await eventually('frame', async () => peek());
  const children = await page.evaluate(() => document.documentElement.childElementCount);
  await page.waitForTimeout(800);
  await expect(frame.locator('#app')).toBeEmpty();
  // far from both names, and under where the frame of each is shown
  expect(await isCovered(page, 900, 300)).toBe(false);
  const unknownCovers = await isCovered(page, 300, 250);
  await pointAt(page, 'snow_owl');
  await expect(frame.locator('.peek-card')).toContainText('Likes tea');
  await expect(frame.locator('.peek-card')).toContainText('in contact');
  await expect(frame.locator('.peek-card')).toContainText('tea');
  expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(children);
  await page.waitForTimeout(400);
  expect(await isCovered(page, 300, 250)).toBe(unknownCovers);
  // the frame lets everything through
  const under = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, 200)?.localName);
  expect(under).not.toBe('span');
  await page.mouse.move(5, 5);
  await expect(frame.locator('.peek-card')).toHaveCount(0);
});

test('the keyboard reaches an item’s button right after the name', async ({ deckhand, worker }) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  await page.locator('#like').focus();
  await page.keyboard.press('Tab');
  await groupButton(page);
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML);
  expect(await focused()).toBe('<span></span>');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toContain('/@snow_owl');
  await expect.poll(() => buttonsInClosedRoots(page)).toEqual([]);
  // and a press of a key on it saves, also while the frame about the name is there
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await groupButton(page);
  await page.keyboard.press('Tab');
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await readCaptured(worker)).accounts.map(({ handle }) => handle))
    .toEqual(['snow_owl']);
});

test('comments without an answer of ours are counted and marked when the person wants it', async ({
  deckhand,
}) => {
  await markOwn(deckhand, 'kettle_house');
  const page = await openWatch(
    deckhand,
    `list.append(
      thread(comment('snow_owl', 'where?', 'c1'), comment('kettle_house', 'in the shop', 'c2')),
      thread(comment('frost.fern', 'is it real?', 'c3'), comment('other_one', 'I think so', 'c4')),
      thread(comment('kettle_house', 'new colours', 'c5')),
      thread(comment('a_third', 'and the lid?', 'c6'), comment('kettle_house', 'yes', 'c7'), comment('a_third', 'and the price?', 'c8')),
    );`,
  );
  await expect.poll(() => marksIn(page)).toEqual(['ours', 'ours', 'ours']);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const tabId = await popup.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(q: object): Promise<{ id: number; url: string }[]> } };
    };
    return (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id;
  }, watch);
  await page.bringToFront();
  const screen = () => send(popup, 'tab.screen', { tabId });
  expect(await screen()).toEqual({
    ok: true,
    value: { people: 5, comments: 8, unanswered: 3, filtered: false },
  });
  expect(await waitingIn(page)).toEqual([]);
  expect(await send(popup, 'tab.order', { tabId, order: 'unanswered-on' })).toMatchObject({ ok: true });
  const waiting = async () => (await waitingIn(page)).map(({ mark }) => mark ?? '');
  // frost.fern, other_one below her, and the second question of a_third
  await expect.poll(waiting).toEqual(['', '', 'unanswered', 'unanswered', '', '', '', 'unanswered']);
  expect(await send(popup, 'tab.order', { tabId, order: 'unanswered-off' })).toMatchObject({ ok: true });
  await expect.poll(waiting).toEqual([]);
  expect(await send(popup, 'tab.order', { tabId, order: 'collect' })).toMatchObject({ ok: true });
  await expect((await cardIn(page)).getByText('other_one')).toBeVisible();
});
