import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { newId } from '../../../utils/domain/new-id.ts';
import { type Browsing, openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { markOwn, openWatch, watch } from '../../support/living-pages.ts';
import { axeFaults, picture, sideways } from '../../support/looks.ts';
import { sendWrite } from '../../support/messages.ts';
import { readStores } from '../../support/notebook.ts';
import {
  boxOf,
  openPalette,
  openWatchPage,
  paletteFrame,
  reply,
  saveReplies,
} from '../../support/palette.ts';

/** Twelve rows that the site uses again for whatever is scrolled to, as long lists do. */
const recycled = `
  for (let i = 0; i < 12; i++) list.append(thread(comment('visitor_' + i, 'count me in @friend_' + i, 'g' + i)));
  window.showFrom = (from) => {
    for (const [at, row] of [...list.children].entries()) {
      const i = from + at;
      const author = row.querySelector('#author-text');
      author.href = '/@visitor_' + i;
      author.textContent = '@visitor_' + i;
      row.querySelector('#published-time-text a').href = '/watch?v=k3ttleSn0w1&lc=g' + i;
      row.querySelector('#content-text').textContent = i % 5 ? 'count me in @friend_' + i : 'hello there, number ' + i;
    }
  };
`;
const details = (changes: object = {}) => ({
  name: 'Winter giveaway',
  code: 'SNOW10',
  prize: 'A kettle',
  liveFrom: '2026-01-01T00:00:00.000Z',
  liveUntil: '2099-01-01T00:00:00.000Z',
  platforms: ['youtube'],
  posts: [watch],
  hashtags: [],
  countries: [],
  staff: [],
  oneEach: true,
  conditions: [{ kind: 'mentions', count: 1 }],
  winners: 3,
  alternates: 2,
  answers: [
    { id: newId(), question: 'Until when can I take part?', answer: 'Until {{ Sunday }} 8 pm, 100 % sure.' },
  ],
  ...changes,
});

/** Scrolls to rows as a person would, who stays for a moment. */
async function showFrom(page: Page, from: number): Promise<void> {
  await page.evaluate((at) => (window as unknown as { showFrom(at: number): void }).showFrom(at), from);
  await page.waitForTimeout(700);
}

async function popupOver(deckhand: Browsing, page: Page): Promise<Page> {
  await pressToolbarButton(deckhand, page);
  return openExtensionPage(deckhand, 'popup.html');
}

/** The rule of the proof, by somebody who has only the published list and the seed. */
function byTheRule(list: string, seed: string, count: number): string[] {
  const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const hash = sha(list);
  const lines = list.split('\n').filter(Boolean);
  const score = (line: string) => sha(`${seed}\n${hash}\n${line}`);
  lines.sort((a, b) => (score(a) < score(b) ? -1 : 1));
  return [hash, ...lines.slice(0, count)];
}

test('from the form to the published winners: collected while scrolling, judged, drawn, and computed again by others', async ({
  deckhand,
  worker,
}) => {
  const dashboard = await markOwn(deckhand, 'visitor_7');
  await dashboard.goto(dashboard.url().replace(/#.*$|$/, '#/campaigns'));
  await expect(dashboard.getByText('No campaign yet')).toBeVisible();
  await dashboard.getByRole('link', { name: 'New campaign' }).click();
  await expect(dashboard.getByLabel('Name', { exact: true })).toBeVisible();
  // nothing is wrong before anything was typed
  await expect(dashboard.locator('.field-error, [role="alert"]')).toHaveCount(0);
  await dashboard.getByLabel('Name', { exact: true }).fill('Winter giveaway');
  await dashboard.getByLabel('Live from').fill('2026-06-01T00:00');
  await dashboard.getByLabel('Live until').fill('2026-05-01T00:00');
  await dashboard.getByRole('button', { name: 'Save campaign' }).click();
  await expect(dashboard.getByText('“Live until” has to come after “Live from”.')).toBeVisible();
  await dashboard.getByLabel('Live until').fill('2099-05-01T00:00');
  await dashboard.getByLabel('Posts whose comments are entries').fill(watch);
  await dashboard.getByLabel('Winners').fill('3');
  await dashboard.getByLabel('Alternates').fill('2');
  await dashboard.getByLabel('Add a condition').selectOption({ label: 'Names other people' });
  await dashboard.getByRole('button', { name: 'Remove Written while it was live' }).click();
  await dashboard.getByRole('button', { name: 'Save campaign' }).click();
  await expect(dashboard.getByRole('heading', { name: 'Winter giveaway' })).toBeVisible();
  await expect(dashboard.getByText('No entries yet')).toBeVisible();

  const page = await openWatch(deckhand, recycled);
  await page.waitForTimeout(900);
  await showFrom(page, 12);
  await showFrom(page, 24);
  // back to where one was: nothing is counted twice
  await showFrom(page, 12);
  const popup = await popupOver(deckhand, page);
  await popup.getByRole('button', { name: /^Collect \d+ entries$/ }).click();
  await expect(popup.getByText(/entries collected for Winter giveaway/).first()).toBeVisible();
  const { entries = [] } = await readStores(worker);
  const numbers = entries.map((entry) => Number((entry.author as { handle: string }).handle.split('_')[1]));
  // 7 is ours; what was read of a row is what stood in it
  expect(numbers.sort((a, b) => a - b)).toEqual(
    Array.from({ length: 36 }, (_, at) => at).filter((at) => at !== 7),
  );
  await expect(popup.getByText(/35 already collected/)).toBeVisible();
  await popup.close();

  await expect(dashboard.getByLabel('Show')).toContainText('In the draw (30)');
  await dashboard.getByLabel('Show').selectOption('out');
  await expect(dashboard.getByText('A condition is not met').first()).toBeVisible();
  await dashboard.getByLabel('Show').selectOption('eligible');
  await dashboard.getByRole('button', { name: 'Decide about the entry of visitor_1', exact: true }).click();
  await dashboard.getByLabel('Take out, because').fill('a bot');
  await dashboard.getByRole('button', { name: 'Take out', exact: true }).click();
  await expect(dashboard.getByLabel('Show')).toContainText('In the draw (29)');

  await dashboard.getByRole('tab', { name: 'Draw' }).click();
  await dashboard.getByLabel('Seed').fill('Lottery of Friday: 4 8 15');
  const drawIt = dashboard.getByRole('button', { name: 'Draw 3 + 2' });
  await expect(drawIt).toBeDisabled();
  await expect(dashboard.getByText('The campaign is still live')).toBeVisible();
  await dashboard.getByLabel('Draw all the same').check();
  await drawIt.click();
  await expect(dashboard.getByRole('heading', { name: 'Proof / 公示' })).toBeVisible();
  await dashboard.getByRole('button', { name: 'Compute again' }).click();
  await expect(dashboard.getByText('the same winners')).toBeVisible();
  const [download] = await Promise.all([
    dashboard.waitForEvent('download'),
    dashboard.getByRole('button', { name: 'Download list' }).click(),
  ]);
  const list = readFileSync(await download.path(), 'utf8');
  const [hash, ...drawn] = byTheRule(list, 'Lottery of Friday: 4 8 15', 5);
  expect(list.split('\n')).toHaveLength(30);
  const shown = await dashboard.locator('.campaign-drawn > li > .campaign-name').allTextContents();
  expect(shown).toEqual(drawn.map((line) => `@${line.split('\t')[1]}`));
  await expect(dashboard.locator('.campaign-proof-text')).toContainText(hash ?? '');
  await expect(dashboard.locator('.campaign-drawn a').first()).toHaveAttribute('href', /lc=g\d+$/);
  await dashboard.getByRole('tab', { name: 'Report' }).click();
  await expect(dashboard.getByRole('row', { name: 'Taken out by hand 1' })).toBeVisible();
});

test('while a campaign is live its answers stand first in the palette and are inserted as they are written', async ({
  deckhand,
  worker,
}) => {
  const inside = await saveReplies(deckhand, [reply('Where to buy', 'From our shop')]);
  await sendWrite(inside, 'campaign.save', { details: details() });
  await sendWrite(inside, 'campaign.save', { details: details({ name: 'Elsewhere', platforms: ['weibo'] }) });
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  await paletteFrame(page);
  const palette = await openPalette(page, worker);
  const options = palette.getByRole('option');
  await expect(options).toHaveCount(2);
  await expect(options.first()).toContainText('Until when can I take part?');
  await expect(options.first()).toContainText('Winter giveaway · SNOW10');
  await palette.locator('input[role="combobox"]').fill('snow10');
  await expect(options).toHaveCount(1);
  await palette.locator('input[role="combobox"]').press('Enter');
  await expect(boxOf(page, 'c1')).toHaveText('Until {{ Sunday }} 8 pm, 100 % sure.');
  await page.waitForTimeout(500);
  const { templateUses = [] } = await readStores(worker);
  expect(templateUses).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });
    for (const language of colorScheme === 'light' ? (['en', 'zh_TW'] as const) : (['zh_CN'] as const)) {
      test(`campaigns in ${language} are in order and look as the pictures show`, async ({ deckhand }) => {
        const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
        await sendWrite(dashboard, 'settings.save', { changes: { language, firstRunDone: true } });
        const conditions = [{ kind: 'mentions', count: 1 }, { kind: 'follow' }, { kind: 'in-time' }];
        await sendWrite(dashboard, 'campaign.save', { details: details({ conditions, countries: ['NO'] }) });
        const page = await openWatch(deckhand, recycled);
        await page.waitForTimeout(900);
        const popup = await popupOver(deckhand, page);
        await popup.locator('.screen-row button', { hasText: /12/ }).last().click();
        await popup.waitForTimeout(500);
        await popup.screenshot({ path: picture(`popup-entries-${language}-${colorScheme}`), fullPage: true });
        expect(await axeFaults(popup)).toEqual([]);
        await popup.close();
        const look = async (name: string) => {
          for (const width of [1200, 400]) {
            await dashboard.setViewportSize({ width, height: 900 });
            await dashboard.screenshot({
              path: picture(`campaigns-${name}-${width}-${language}-${colorScheme}`),
              fullPage: true,
            });
            expect(await sideways(dashboard)).toBeLessThanOrEqual(0);
          }
          await dashboard.setViewportSize({ width: 1200, height: 900 });
          expect(await axeFaults(dashboard)).toEqual([]);
        };
        await dashboard.bringToFront();
        await dashboard.goto(dashboard.url().replace(/#.*$|$/, '#/campaigns'));
        await dashboard.locator('.campaign-rows a').waitFor();
        await look('list');
        await dashboard.locator('.campaign-rows a').click();
        await dashboard.locator('.campaign-entry').first().waitFor();
        await dashboard.locator('.campaign-entry button').first().click();
        await look('entries');
        const tabs = dashboard.getByRole('tab');
        await tabs.nth(1).click();
        await dashboard.locator('.campaign-part input[type="checkbox"]').first().check();
        await dashboard.locator('.campaign-seed input').fill('4 8 15');
        await dashboard.locator('.campaign-part input[type="checkbox"]').last().check();
        await dashboard.locator('#campaign-draw ~ .form-stack .button.primary').click();
        await dashboard.locator('.campaign-proof-text').waitFor();
        await look('draw');
        await tabs.nth(2).click();
        await dashboard.locator('.campaign-table').first().waitFor();
        await look('report');
        await tabs.nth(3).click();
        await dashboard.locator('.campaign-answer').waitFor();
        await look('form');
      });
    }
  });
}
