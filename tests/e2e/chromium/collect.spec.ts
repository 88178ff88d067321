import { expect } from '@playwright/test';
import { cardIn, closeCard } from '../../support/card.ts';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { markOwn, openWatch, pressUnderneath, saveFromItem } from '../../support/living-pages.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { sendWrite } from '../../support/messages.ts';
import { readCaptured } from '../../support/notebook.ts';

/** Thirty comments; one of them is ours, and a visitor is known already. */
const crowd = `
  list.append(thread(comment('snow_owl', 'where did you get this kettle?', 'k1'), comment('fjordlicht', 'from our shop', 'k2')));
  list.append(thread(comment('frost.fern', 'is this legit?', 'k3')));
  fill(28);
`;

test('people who were scrolled past are picked, saved at once, and taken back at once', async ({
  deckhand,
  worker,
}) => {
  const dashboard = await markOwn(deckhand, 'fjordlicht');
  const page = await openWatch(deckhand, crowd);
  await saveFromItem(page, worker, 'snow_owl');
  await closeCard(page);
  // what was never near the window is not there
  await page.locator('#scroller').evaluate((scroller) => scroller.scrollTo(0, 600));
  await page.waitForTimeout(800);

  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await expect(popup.getByText(/^\d+ people seen on this page$/)).toBeVisible();
  await pressUnderneath(popup.getByRole('button', { name: 'Collect…' }), page);
  const card = await cardIn(page);
  await expect(card.getByRole('heading', { name: 'People on this page' })).toBeVisible();
  await expect(card.getByRole('heading', { name: /already in your list$/ })).toBeVisible();
  const fresh = card.getByRole('checkbox');
  const count = await fresh.count();
  expect(count).toBeGreaterThan(8);
  expect(count).toBeLessThan(29);
  await expect(card.getByText('ours', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'None' }).click();
  await expect(card.getByRole('button', { name: 'Save 0' })).toBeDisabled();
  await card.getByRole('checkbox', { name: 'frost.fern' }).check();
  await card.getByRole('checkbox', { name: 'visitor_0', exact: true }).check();
  // a press counts only after the card could be looked at
  await page.waitForTimeout(600);
  await card.getByRole('button', { name: 'Save 2' }).click();
  await expect(card.getByText('2 creators saved.')).toBeVisible();
  const handles = async () => (await readCaptured(worker)).accounts.map(({ handle }) => handle).sort();
  expect(await handles()).toEqual(['frost.fern', 'snow_owl', 'visitor_0']);
  await card.getByRole('button', { name: 'Undo saving' }).click();
  await expect.poll(handles).toEqual(['snow_owl']);
  await dashboard.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });
    // each language in one of the two, each of the two in two languages
    for (const language of colorScheme === 'light'
      ? (['en', 'zh_TW'] as const)
      : (['en', 'zh_CN'] as const)) {
      test(`the list of people and the popup over such a page in ${language} are in order and look as the pictures show`, async ({
        deckhand,
      }) => {
        const dashboard = await markOwn(deckhand, 'fjordlicht');
        await sendWrite(dashboard, 'settings.save', { changes: { language } });
        const page = await openWatch(deckhand, crowd);
        await page.waitForTimeout(800);
        await pressToolbarButton(deckhand, page);
        const popup = await deckhand.context.newPage();
        await popup.setViewportSize({ width: 560, height: 600 });
        await popup.goto(dashboard.url().replace(/dashboard\.html.*$/, 'popup.html'));
        const collect = popup.locator('.screen-row button').first();
        await collect.waitFor();
        await popup.screenshot({ path: picture(`popup-screen-${language}-${colorScheme}`), fullPage: true });
        expect(await axeFaults(popup)).toEqual([]);
        expect(await sideways(popup)).toBeLessThanOrEqual(0);
        await pressUnderneath(collect, page);
        const card = await cardIn(page);
        await card.getByRole('checkbox').first().waitFor();
        await page.waitForTimeout(400);
        await page.screenshot({ path: picture(`collect-${language}-${colorScheme}`) });
        expect(await axeFaults(card)).toEqual([]);
      });
    }
  });
}
