import { expect, type Page } from '@playwright/test';
import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import type { SnapshotRow } from '../../../utils/messaging/protocol/snapshots.ts';
import { type Browsing, openExtensionPage } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { send, sendWrite } from '../../support/messages.ts';
import { databaseName } from '../../support/notebook.ts';
import { watchedNotebookScript } from '../../support/watched-notebook.ts';

const languages = ['en', 'zh_CN', 'zh_TW'] as const;

/** Goes to a page of the dashboard by its address and waits until what it asked for is there. */
async function goTo(inside: Page, route: string): Promise<void> {
  await inside.goto(inside.url().replace(/#.*$/, `#/${route}`));
  await inside.reload();
  await inside.locator('h1').first().waitFor();
  await expect(inside.locator('.skeleton')).toHaveCount(0);
}

/** The second competitor of the invented ones: it has a shop with all layers of its last look, and a profile. */
async function secondOf(inside: Page) {
  const { value } = (await send(inside, 'watch.list', {})) as { value: { rows: WatchlistRow[] } };
  const { competitor, pages } = value.rows[1] as WatchlistRow;
  const shop = pages.find(({ kind }) => kind === 'listing');
  const profile = pages.find(({ kind }) => kind === 'profile');
  const ask = { watchedPageId: shop?.id, before: null, limit: 1 };
  const looks = (await send(inside, 'snapshot.list', ask)) as { value: { rows: SnapshotRow[] } };
  const [last] = looks.value.rows;
  const query = new URLSearchParams({
    page: shop?.id ?? '',
    look: last?.id ?? '',
    at: last?.takenAt ?? '',
  });
  return {
    shop: `watch/${competitor.id}?page=${shop?.id}`,
    profile: `watch/${competitor.id}?page=${profile?.id}`,
    look: `watch/${competitor.id}?${query}`,
  };
}

type Language = (typeof languages)[number];

const routesOf = (second: Awaited<ReturnType<typeof secondOf>>) => ({
  watch: 'watch',
  'watch-nothing': 'watch?kind=bio',
  'watch-compare': 'watch/compare',
  'watch-report': 'watch/report',
  'watch-shop': second.shop,
  'watch-profile': second.profile,
  'watch-look': second.look,
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });

    const look = async (page: Page, name: string, language: Language) => {
      await page.waitForTimeout(350);
      await page.screenshot({ path: picture(`${name}-${language}-${colorScheme}`), fullPage: true });
      expect(await axeFaults(page), name).toEqual([]);
      expect(await sideways(page), name).toBeLessThanOrEqual(0);
    };
    const begin = async (deckhand: Browsing, language: Language) => {
      const inside = await openExtensionPage(deckhand, 'dashboard.html#/watch');
      await sendWrite(inside, 'settings.save', { changes: { language, firstRunDone: true } });
      return inside;
    };
    const fill = (inside: Page) => {
      const size = { competitors: 8, days: 6, now: new Date().toISOString() };
      return inside.evaluate(watchedNotebookScript(databaseName, size));
    };

    for (const language of languages) {
      test(`the competitor watch in ${language} is in order and looks as the pictures show`, async ({
        deckhand,
        worker,
      }) => {
        test.setTimeout(150_000);
        await worker.evaluate(() => 0);
        const inside = await begin(deckhand, language);
        for (const route of ['watch', 'watch/compare', 'watch/report']) {
          await goTo(inside, route);
          await look(inside, `${route.replace('/', '-')}-empty`, language);
        }
        await fill(inside);
        for (const [name, route] of Object.entries(routesOf(await secondOf(inside)))) {
          await goTo(inside, route);
          await look(inside, name, language);
        }
        // on the look: the slider, and everything that is folded away
        await inside.getByRole('tab').nth(1).click();
        await expect(inside.getByRole('slider')).toBeVisible();
        for (const summary of await inside.locator('main .panel').first().locator('summary').all())
          await summary.click();
        await expect(inside.locator('.skeleton')).toHaveCount(0);
        await look(inside, 'watch-look-open', language);
        await inside.emulateMedia({ media: 'print' });
        await goTo(inside, 'watch/report');
        await expect(inside.locator('.side')).toBeHidden();
        await look(inside, 'watch-report-print', language);
      });

      test(`the competitor watch in ${language} is whole on a narrow page, in large letters and in the popup`, async ({
        deckhand,
        worker,
      }) => {
        test.setTimeout(150_000);
        await worker.evaluate(() => 0);
        const inside = await begin(deckhand, language);
        await fill(inside);
        const routes = routesOf(await secondOf(inside));
        const often = ['watch', 'watch-compare', 'watch-report', 'watch-look'] as const;
        await inside.setViewportSize({ width: 320, height: 800 });
        for (const name of often) {
          await goTo(inside, routes[name]);
          await look(inside, `narrow-${name}`, language);
        }
        await inside.setViewportSize({ width: 1000, height: 800 });
        for (const name of often) {
          await goTo(inside, routes[name]);
          await inside.evaluate(() => {
            document.documentElement.style.fontSize = '200%';
          });
          await look(inside, `large-${name}`, language);
        }

        const popup = await deckhand.context.newPage();
        await popup.setViewportSize({ width: 560, height: 600 });
        await popup.goto(inside.url().replace(/dashboard\.html.*$/, 'popup.html'));
        await popup.locator('.watch-news').first().waitFor();
        await look(popup, 'popup-watched', language);
        await popup.locator('.watch-row .icon-button').nth(1).click();
        await popup.locator('.row-editor .field').first().waitFor();
        await look(popup, 'popup-watched-editor', language);
        await popup.locator('.section-head .icon-button').click();
        await popup.locator('.routine').waitFor();
        await look(popup, 'popup-routine', language);
        await popup.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        await look(popup, 'popup-routine-large', language);
      });
    }
  });
}

test('a look is opened, compared and noted by keyboard alone, from a value of the chart', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const inside = await openExtensionPage(deckhand, 'dashboard.html#/watch');
  const now = new Date().toISOString();
  await inside.evaluate(watchedNotebookScript(databaseName, { competitors: 3, days: 12, now }));
  await goTo(inside, (await secondOf(inside)).shop);
  // the drawn line is for the eye: a press on it opens the look of that day
  await inside
    .locator('.u-over')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await expect(inside).toHaveURL(/look=/);
  await expect(inside.locator('#watch-look')).toBeFocused();

  await goTo(inside, (await secondOf(inside)).shop);
  const key = (name: string) => inside.keyboard.press(name);
  const values = inside.locator('.watch-chart details').first();
  // charts come one after another, and what comes later moves what is there
  await expect(async () => {
    await values.locator('summary').focus();
    if ((await values.getAttribute('open')) === null) await key('Enter');
    await key('Tab');
    const opens = inside.getByRole('button', { name: /^Open the look of/ }).first();
    await expect(opens).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await key('Enter');
  await expect(inside.locator('#watch-look')).toBeFocused();
  await inside.getByRole('tab', { name: 'Side by side' }).focus();
  await key('ArrowRight');
  const slider = inside.getByRole('slider');
  await expect(slider).toBeVisible();
  await slider.focus();
  await key('ArrowRight');
  await expect(slider).toHaveValue('51');
  await inside.locator('#watch-look ~ details summary', { hasText: 'Add a note' }).focus();
  await key('Enter');
  await key('Tab');
  await inside.keyboard.type('Summer sale');
  for (let n = 0; n < 3; n++) await key('Tab');
  await key('Enter');
  await expect(inside.locator('#watch-look ~ details summary', { hasText: 'Your note' })).toBeVisible();
});
