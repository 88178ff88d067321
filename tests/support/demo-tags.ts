import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { badgesIn, dotsIn } from './badges.ts';
import { cardGone, cardIn } from './card.ts';
import { openExtensionPage, pressToolbarButton } from './chromium.ts';
import { eventually, wordsInClosedRoots } from './closed-roots.ts';
import { type Job, open, type Tools } from './demo-job.ts';
import { drawnPost, drawnShop, drawnThread, giveawayPost, shopSearch, ugcPost } from './demo-tag-pages.ts';
import { pressUnderneath } from './living-pages.ts';
import { moveClock } from './moved-clock.ts';
import { readStores } from './notebook.ts';
import { openPickerFor, pressTagButton } from './tag-on-page.ts';
import { markedIn } from './word-marks.ts';

/* What follows from a tag, on the sample page of comments and two more invented ones. */

const hour = 3_600_000;

/** Opens the page of comments, scrolled to them. */
async function openComments(tools: Tools): Promise<Page> {
  const page = await open(tools, 'comments');
  await page.evaluate(() => scrollTo(0, 330));
  return page;
}

/** Takes a picture of what stands in the window: some of these pages are long. */
async function windowPicture(tools: Tools, page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(tools.folder, `${name}.png`) });
}

/** Tags what somebody wrote, by the tag's key. */
async function tag(page: Page, handle: string, key: string): Promise<void> {
  await openPickerFor(page, handle);
  await page.keyboard.press(key);
  await cardGone(page);
}

const keywords: Job = {
  name: 'keyword alerts: what matters is marked on the page, and counted',
  async run(tools) {
    const inside = await openExtensionPage(tools.browsing, 'dashboard.html#/keywords');
    for (const name of ['Buying intent (English)', 'Complaints (English)', '“Is this legit?” (English)'])
      await inside.getByRole('button', { name: `Add ${name}`, exact: true }).click();
    const page = await openComments(tools);
    await eventually('marked words', async () => {
      const { medium, high } = await markedIn(page);
      return medium.length > 1 && high.length > 0;
    });
    await page.waitForTimeout(2_500);
    await windowPicture(tools, page, 'keywords');
    await page.close();
    await inside.reload();
    await inside.getByText('Buying intent (English)').first().waitFor();
    await inside.waitForTimeout(800);
    await tools.picture(inside, 'keyword-alerts');
    await inside.close();
  },
};

/** Who is tagged, and with the key of which tag of the default set. */
const toTag = [
  ['frost.fern', 'l'],
  ['teapot.tom', 'k'],
  ['liubai_studio', 's'],
  ['ceramique_lune', 't'],
  ['ole_bakes', 't'],
] as const;

/** Waits until nothing is said at the foot of the page any more. */
const toastGone = (page: Page) =>
  eventually('page without a toast', async () => !(await wordsInClosedRoots(page)).includes('saved'), 20_000);

const handled: Job = {
  name: 'a complaint: tagged with one key, passed on, answered, closed, with both clocks',
  async run(tools) {
    // six hours ago
    await moveClock(tools.worker, -6 * hour);
    const page = await openComments(tools);
    for (const [handle, key] of toTag) await tag(page, handle, key);
    await page.mouse.move(2, 2);
    await toastGone(page);
    await openPickerFor(page, 'nora.oak');
    await page.waitForTimeout(1_200);
    await tools.picture(page, 'tagging');
    await page.keyboard.press('c');
    await cardGone(page);
    await eventually('all dots', async () => (await dotsIn(page)).flat().length === toTag.length + 1);
    await page.close();

    await moveClock(tools.worker, -5 * hour);
    const inside = await openExtensionPage(tools.browsing, 'dashboard.html#/queue');
    await inside.setViewportSize({ width: 1100, height: 880 });
    const row = inside.locator('[data-case]', { hasText: 'Mine arrived broken' });
    const title = row.locator('.queue-title');
    const press = async (key: string) => {
      await title.focus();
      await inside.keyboard.press(key);
    };
    await title.waitFor();
    await press('p');
    await inside.getByLabel('Pass on to', { exact: true }).fill('Warehouse');
    await inside.keyboard.press('Enter');
    await row.getByText('Passed on').first().waitFor();
    await moveClock(tools.worker, 0);
    await inside.reload();
    await title.waitFor();
    await press('Enter');
    await row.locator('.facts').waitFor();
    await inside.getByRole('list', { name: 'Cases to handle' }).evaluate((list) => list.scrollIntoView());
    await inside.evaluate(() => scrollBy(0, -130));
    await title.evaluate((element: HTMLElement) => element.blur());
    await inside.waitForTimeout(500);
    await windowPicture(tools, inside, 'queue');
    await press('r');
    await inside.getByLabel('Answer of the department').fill('A new one leaves today');
    await inside.keyboard.press('Tab');
    await inside.keyboard.press('Enter');
    await row.getByText('took 5 hr').first().waitFor();
    for (const [key, wanted] of [
      ['s', 'replied'],
      ['c', 'closed'],
    ] as const) {
      await press(key);
      await eventually(`case that is ${wanted}`, async () => {
        const { cases = [] } = await readStores(tools.worker);
        return cases.some(({ state }) => state === wanted);
      });
      // the row stands elsewhere then, and a step that is under way is not taken twice
      await inside.waitForTimeout(500);
    }
    await inside.close();
  },
};

const rights: Job = {
  name: 'UGC: a customer’s picture is asked for, and “may I use it?” has an answer',
  async run(tools) {
    const { browsing } = tools;
    browsing.pages.put(ugcPost, drawnPost());
    const page = await browsing.context.newPage();
    await page.goto(ugcPost);
    await eventually('box beside the name', async () => (await badgesIn(page)).length > 0);
    await page.getByText('@ida_brews').hover();
    await pressTagButton(page);
    await (await cardIn(page)).getByRole('combobox').waitFor();
    await page.keyboard.press('u');
    await cardGone(page);
    await pressToolbarButton(browsing, page);
    const popup = await openExtensionPage(browsing, 'popup.html');
    await pressUnderneath(popup.getByRole('button', { name: /^Take picture/ }), page);
    await eventually('picture of the post', async () => {
      const { rightsGrants: grants = [] } = await readStores(tools.worker);
      return grants.some(({ cropId }) => cropId !== undefined);
    });
    await popup.close();

    const inside = await openExtensionPage(browsing, 'dashboard.html#/rights');
    await inside.getByRole('link', { name: /^Open the entry of/ }).click();
    await inside.getByRole('button', { name: 'Ask for permission' }).click();
    await inside.getByLabel('On our accounts').last().check();
    await inside.getByRole('button', { name: 'Note as asked' }).click();
    await inside.getByRole('button', { name: 'Note the answer' }).click();
    await inside.getByLabel('Their words').fill('Yes of course, on your page! 💛');
    await inside.getByRole('button', { name: 'Save answer' }).click();
    await inside.locator('.rights-history > li').nth(2).waitFor();
    await inside.reload();
    await inside.locator('.rights-history > li').nth(2).waitFor();
    await inside.setViewportSize({ width: 1040, height: 860 });
    await inside.waitForTimeout(800);
    await windowPicture(tools, inside, 'rights');
    await inside.close();
    await page.close();
  },
};

const fans: Job = {
  name: 'superfans: who did what, and who is to be thanked this week',
  async run(tools) {
    const inside = await openExtensionPage(tools.browsing, 'dashboard.html#/fans');
    await inside.getByText('ole_bakes').first().waitFor();
    await tools.picture(inside, 'fans');
    await inside.close();
  },
};

/** The rule of the proof, by somebody who has only the published list and the seed. */
function winnersBy(list: string, seed: string, count: number): string[] {
  const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const hash = sha(list);
  const score = (line: string) => sha(`${seed}\n${hash}\n${line}`);
  const lines = list.split('\n').filter(Boolean);
  return lines.sort((a, b) => (score(a) < score(b) ? -1 : 1)).slice(0, count);
}

const giveaway: Job = {
  name: 'a giveaway: entries collected while scrolling, judged, drawn, and drawn again by others',
  async run(tools) {
    const { browsing } = tools;
    browsing.pages.put(giveawayPost, drawnThread(36));
    const inside = await openExtensionPage(browsing, 'dashboard.html#/campaigns');
    await inside.getByRole('link', { name: 'New campaign' }).click();
    await inside.getByLabel('Name', { exact: true }).fill('A kettle for the winter');
    await inside.getByLabel('Prize').fill('The blue kettle');
    await inside.getByLabel('Live from').fill('2026-01-01T00:00');
    await inside.getByLabel('Live until').fill('2099-12-31T20:00');
    await inside.getByLabel('Posts whose comments are entries').fill(giveawayPost);
    await inside.getByLabel('Winners').fill('3');
    await inside.getByLabel('Alternates').fill('2');
    await inside.getByLabel('Add a condition').selectOption({ label: 'Names other people' });
    await inside.getByRole('button', { name: 'Remove Written while it was live' }).click();
    await inside.getByRole('button', { name: 'Save campaign' }).click();
    await inside.getByText('No entries yet').waitFor();

    const page = await browsing.context.newPage();
    await page.goto(giveawayPost);
    for (let step = 0; step < 6; step++) {
      await page.waitForTimeout(900);
      await page.mouse.wheel(0, 600);
    }
    await pressToolbarButton(browsing, page);
    const popup = await openExtensionPage(browsing, 'popup.html');
    await popup.getByRole('button', { name: /^Collect \d+ entries$/ }).click();
    await popup
      .getByText(/entries collected for/)
      .first()
      .waitFor();
    await popup.close();
    await page.close();

    const seed = 'Lottery of Friday: 4 8 15 16 23 42';
    await inside.bringToFront();
    await inside.getByRole('tab', { name: 'Draw' }).click();
    await inside.getByLabel('Seed').fill(seed);
    await inside.getByLabel('Draw all the same').check();
    await inside.getByRole('button', { name: 'Draw 3 + 2' }).click();
    await inside.getByRole('button', { name: 'Compute again' }).click();
    await inside.getByText('the same winners').waitFor();
    const [download] = await Promise.all([
      inside.waitForEvent('download'),
      inside.getByRole('button', { name: 'Download list' }).click(),
    ]);
    const expected = winnersBy(readFileSync(await download.path(), 'utf8'), seed, 5);
    const shown = await inside.locator('.campaign-drawn > li > .campaign-name').allTextContents();
    if (expected.map((line) => `@${line.split('\t')[1]}`).join() !== shown.join())
      throw new Error('computed again from the list and the seed, others win');
    await inside.reload();
    await inside.getByRole('tab', { name: 'Draw' }).click();
    const draws = inside.getByRole('heading', { name: 'Draws' });
    await draws.waitFor();
    if (!(await inside.locator('.campaign-proof-text').isVisible()))
      await inside
        .getByText(/^Draw of /)
        .first()
        .click();
    await inside.setViewportSize({ width: 1040, height: 700 });
    await draws.evaluate((heading) => heading.scrollIntoView());
    await inside.evaluate(() => scrollBy(0, -20));
    await inside.waitForTimeout(500);
    await windowPicture(tools, inside, 'giveaway');
    await inside.close();
  },
};

const products: Job = {
  name: 'a shop’s list: products are tagged on their cards, and the dots are there on the next visit',
  async run(tools) {
    const { browsing } = tools;
    browsing.pages.put(shopSearch, drawnShop());
    const page = await browsing.context.newPage();
    await page.goto(shopSearch);
    const dots = async () => (await dotsIn(page)).flat().length;
    for (const [nth, key] of [
      [1, 'i'],
      [6, 'p'],
    ] as const) {
      await eventually('boxes of the cards', async () => (await dotsIn(page)).length === 8);
      await page.locator('[data-automation-id="product-title"]').nth(nth).hover();
      await pressTagButton(page);
      await (await cardIn(page)).getByRole('combobox').waitFor();
      await page.keyboard.press(key);
      await cardGone(page);
    }
    await eventually('dots of both', async () => (await dots()) === 2);
    await page.reload();
    await eventually('dots of both after a reload', async () => (await dots()) === 2);
    await windowPicture(tools, page, 'tagged-products');
    await page.close();
  },
};

/** In the order in which they build on each other. */
export const taggedThings: Job[] = [keywords, handled, rights, fans, giveaway, products];
