import { expect, type Page } from '@playwright/test';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { cardIn } from '../../support/card.ts';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { buttonsInClosedRoots, eventually, lookedAt } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import { openWatch, people, pointAt, watch } from '../../support/living-pages.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { itemsInTab, onlyRights, putUgc } from '../../support/rights-pages.ts';
import { tabOf } from '../../support/snapshots.ts';

const card = (inside: Page) => inside.locator('.rights-card');
const uses = (inside: Page) => inside.locator('.rights-may tr');

test('a post is asked for, allowed with proof, runs out, and is in use without a right', async ({
  deckhand,
  worker,
}) => {
  void worker;
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/rights');
  await expect(inside.getByText('Nothing is tagged as UGC yet')).toBeVisible();
  expect(await axeFaults(inside)).toEqual([]);
  await putUgc(inside);
  await expect(card(inside)).toContainText('Not asked yet');
  await expect(card(inside)).toContainText('No picture taken');
  await inside.getByRole('link', { name: 'Open the entry of Mira Holm' }).click();
  await expect(uses(inside).nth(1)).toHaveText(/In adsNo, not asked/);

  await inside.getByRole('button', { name: 'Ask for permission' }).click();
  await inside.getByRole('group', { name: 'For what' }).getByLabel('In ads').check();
  const text = inside.getByRole('textbox', { name: 'Text' });
  await expect(text).toHaveValue(/https:\/\/www\.instagram\.com\/p\/C9x\//);
  await expect(text).toHaveValue(/on our own accounts and in our ads/);
  await expect(text).toHaveValue(/@mira\.holm/);
  await inside.getByLabel('Language').selectOption('zh-CN');
  await expect(text).toHaveValue(/转发到我们的官方账号、用于广告投放/);
  expect(await axeFaults(inside)).toEqual([]);
  await inside.screenshot({ path: picture('rights-ask'), fullPage: true });
  await inside.getByRole('button', { name: 'Note as asked' }).click();
  await expect(uses(inside).nth(1)).toContainText('no answer yet');
  expect((await onlyRights(inside)).state).toBe('asked');

  await inside.getByRole('button', { name: 'Note the answer' }).click();
  await expect(inside.getByLabel('Credit line')).toHaveValue('@mira.holm');
  await inside.getByRole('button', { name: 'Save answer' }).click();
  await expect(inside.getByText('A yes needs proof')).toBeVisible();
  expect((await onlyRights(inside)).state).toBe('asked');
  await inside.getByLabel('Their words').fill('Yes of course, both is fine! 💛');
  await inside.getByLabel('Last day').fill(addDays(localDay(), 10));
  expect(await axeFaults(inside)).toEqual([]);
  await inside.screenshot({ path: picture('rights-answer'), fullPage: true });
  await inside.getByRole('button', { name: 'Save answer' }).click();
  await expect(uses(inside).nth(1)).toContainText('Yes, until');
  await expect(uses(inside).nth(2)).toContainText('No, not asked');
  await expect(inside.locator('.rights-history > li')).toHaveCount(3);
  expect(await axeFaults(inside)).toEqual([]);

  const inUse = inside.getByRole('group', { name: 'In use now' });
  await inUse.getByLabel('In ads').check();
  await expect.poll(async () => (await onlyRights(inside)).inUse).toEqual(['ads']);
  await inside.getByRole('link', { name: 'All entries' }).click();
  await expect(inside.getByText('1 permission ends within 14 days')).toBeVisible();
  await expect(card(inside).getByText('Allowed', { exact: true })).toBeVisible();

  // the days go by
  const { id } = await onlyRights(inside);
  await sendWrite(inside, 'rights.edit', { grantId: id, changes: { until: addDays(localDay(), -1) } });
  await expect(card(inside).getByText('Ended', { exact: true })).toBeVisible();
  await expect(inside.getByText('1 is in use without a right')).toBeVisible();
  await expect(card(inside)).toContainText('In use without a right: In ads');
  await inside.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(inside).toHaveURL(/view=overdue/);
  await expect(card(inside)).toHaveCount(1);
  await inside.getByLabel('May be used').selectOption('ads');
  await expect(inside.getByText('Nothing fits this choice')).toBeVisible();

  const popup = await openExtensionPage(deckhand, 'popup.html');
  await expect(popup.getByText('1 UGC post is in use without a right')).toBeVisible();
  expect(await axeFaults(popup)).toEqual([]);
});

test('the library holds on a narrow screen, in the dark and by keyboard alone', async ({
  deckhand,
  worker,
}) => {
  void worker;
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/rights');
  for (const name of ['one', 'two', 'three']) await putUgc(inside, name);
  await expect(card(inside)).toHaveCount(3);
  await inside.screenshot({ path: picture('rights-list'), fullPage: true });
  await inside.setViewportSize({ width: 400, height: 800 });
  await inside.emulateMedia({ colorScheme: 'dark' });
  expect(await sideways(inside)).toBe(0);
  expect(await axeFaults(inside)).toEqual([]);
  await inside.screenshot({ path: picture('rights-narrow'), fullPage: true });
  await inside.getByRole('link', { name: 'Open the entry of Mira Holm' }).first().press('Enter');
  const answer = inside.getByRole('button', { name: 'Note the answer' });
  await answer.press('Enter');
  // the form has the focus, and gives it back
  await expect(inside.getByLabel('What did the author say?')).toBeFocused();
  expect(await sideways(inside)).toBe(0);
  expect(await axeFaults(inside)).toEqual([]);
  await inside.screenshot({ path: picture('rights-details-narrow'), fullPage: true });
  await inside.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(answer).toBeFocused();
  await inside.getByRole('button', { name: 'Remove entry' }).press('Enter');
  await expect(card(inside)).toHaveCount(2);
  await inside.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(card(inside)).toHaveCount(3);
  const download = inside.waitForEvent('download');
  await inside.getByRole('button', { name: 'Save list as CSV' }).press('Enter');
  expect((await download).suggestedFilename()).toBe(`deckhand-rights-${localDay()}.csv`);
});

test('a picture is cut out of the screen at a press in the popup, and never asked of the site', async ({
  deckhand,
  worker,
}) => {
  const page = await openWatch(deckhand, people);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/rights');
  await page.bringToFront();
  const tabId = await tabOf(inside, page.url());
  const [first] = await itemsInTab(worker, tabId, 2);
  if (!first) throw new Error('no items on the screen');
  const subject = { kind: 'comment', platform: 'youtube', keys: first.keys, url: watch };
  const grantId = await putUgc(inside, 'one', subject);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const take = () => sendWrite(popup, 'rights.picture', { tabId, grantId, of: 'item' });

  await page.bringToFront();
  expect(await send(popup, 'rights.on-screen', { tabId })).toMatchObject({
    value: { grants: [{ id: grantId, state: 'candidate' }] },
  });
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  await pressToolbarButton(deckhand, page);
  await page.bringToFront();
  expect(await take()).toMatchObject({ ok: true });
  expect(requests.filter((url) => url.startsWith('http'))).toEqual([]);

  await inside.bringToFront();
  const image = card(inside).getByRole('img');
  await expect(image).toBeVisible();
  const size = await image.evaluate((img: HTMLImageElement) => ({
    w: img.naturalWidth,
    h: img.naturalHeight,
  }));
  // as it stands in the page, whatever the screen's pixels
  expect(size.w / size.h).toBeCloseTo(first.width / first.height, 1);
  await inside.screenshot({ path: picture('rights-picture'), fullPage: true });

  // scrolled away there is nothing to take
  await page.bringToFront();
  await page.evaluate(() => {
    document.body.style.paddingTop = '4000px';
    scrollTo(0, 0);
  });
  await page.waitForTimeout(500);
  expect(await take()).toMatchObject({ ok: false, code: 'not-found' });
});

test('"may we use it?" is answered beside the post, in the frame and not in the page', async ({
  deckhand,
  worker,
}) => {
  const page = await openWatch(deckhand, people);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/rights');
  await page.bringToFront();
  const tabId = await tabOf(inside, page.url());
  const [first] = await itemsInTab(worker, tabId, 2);
  const subject = { kind: 'comment', platform: 'youtube', keys: first?.keys, url: watch };
  const grantId = await putUgc(inside, 'one', subject);
  const answer = { state: 'granted', scopes: ['repost'], creditLine: 'Photo: @snow_owl' };
  const proof = { quote: 'Sure, share it' };
  expect(await sendWrite(inside, 'rights.answer', { grantId, answer, proof })).toMatchObject({ ok: true });

  await pointAt(page, 'snow_owl');
  const tag = await eventually('button for tags', async () => (await buttonsInClosedRoots(page))[1]);
  await page.mouse.move(tag.x, tag.y, { steps: 3 });
  await lookedAt(page, tag);
  await page.mouse.click(tag.x, tag.y);
  const card = await cardIn(page);
  const here = card.getByRole('region', { name: 'May we use it?' });
  await expect(here).toContainText('On our accountsYes');
  await expect(here).toContainText('In adsNo, not asked');
  await expect(here).toContainText('Credit: Photo: @snow_owl');
  expect(await axeFaults(card)).toEqual([]);
  await page.screenshot({ path: picture('rights-beside') });
  expect(await page.content()).not.toContain('Photo: @snow_owl');
});
