import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { openAddress } from '../../support/e2e.ts';
import { moveClock } from '../../support/moved-clock.ts';
import { foundBy, generatedShop, rowsOf, visitorOf } from '../../support/watched-web.ts';

const { kind, versions, html, test } = generatedShop();

/** Presses a button that saves a file. @returns what stands in it */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a shop is watched, changes, and what it changed is noted, ticked off and reported', async ({
  deckhand,
  worker,
}) => {
  test.setTimeout(120_000);
  deckhand.pages.put(kind.url, html(0));
  const first = await openAddress(deckhand, kind.url);
  await pressToolbarButton(deckhand, first);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await popup.getByRole('button', { name: 'Watch this page' }).click();
  await expect(popup.getByText('On your watchlist ·')).toBeVisible();
  await first.close();
  const { competitors = [] } = await rowsOf(worker, ['competitors']);
  const competitorId = String(competitors[0]?.id);
  const name = String(competitors[0]?.name);

  // three days ago, and twice since
  const { visit } = visitorOf(deckhand, worker, 72);
  for (const version of [0, 1, 2]) await visit([{ competitorId, url: kind.url, html: html(version) }]);
  await moveClock(worker, 0);
  const log = [1, 2].flatMap((version) => versions[version]?.log ?? []);
  const { changes } = await foundBy(worker);
  expect(changes.map((change) => change.kind).sort()).toEqual(log.map((row) => row.kind).sort());

  await popup.reload();
  const looked = popup.getByRole('checkbox', { name: /Every watched competitor looked at/ });
  await expect(looked).not.toBeChecked();
  const count = popup.getByRole('button', { name: new RegExp(`^${log.length} changes\\b.* at ${name}$`) });
  const [dashboard] = await Promise.all([deckhand.context.waitForEvent('page'), count.click()]);
  await expect(dashboard.getByRole('heading', { level: 1, name })).toBeVisible();
  const sentences = dashboard.locator('.watch-sentence');
  await expect(sentences).toHaveCount(log.length);

  const row = dashboard.locator('.watch-change').first();
  await row.getByText('Add a note').click();
  await row.getByLabel('What changed?').fill('They cleared the winter bowls');
  await row.getByLabel('What is good about it?').fill('One clear reason stands beside the price');
  await row.getByLabel('What can we borrow?').fill('A reason beside every lower price');
  await row.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await foundBy(worker)).changes.flatMap(({ note }) => note ?? []))
    .toEqual([
      {
        changed: 'They cleared the winter bowls',
        good: 'One clear reason stands beside the price',
        borrow: 'A reason beside every lower price',
      },
    ]);
  await popup.bringToFront();
  await popup.reload();
  await expect(looked).toBeChecked();

  await dashboard.bringToFront();
  const csv = await saved(dashboard, 'Save these figures as CSV');
  expect(csv.name).toMatch(/^deckhand-watch-.*\.csv$/);
  expect(csv.text.trim().split('\n').length).toBeGreaterThan(3);

  await dashboard.goto(dashboard.url().replace(/#.*$/, '#/watch/report'));
  await expect(dashboard.getByText('A reason beside every lower price').first()).toBeVisible();
  await expect(dashboard.getByText(name).first()).toBeVisible();
  const { text } = await saved(dashboard, 'Save as Markdown');
  expect(text).toContain(name);
  expect(text).toContain('They cleared the winter bowls');
  await dashboard.getByRole('button', { name: 'Copy for a colleague', exact: true }).click();
  await expect(dashboard.getByRole('status').getByText('Copied.')).toBeAttached();
  deckhand.pages.put('https://www.instagram.com/direct/', '<textarea></textarea>');
  const message = await openAddress(deckhand, 'https://www.instagram.com/direct/');
  await message.locator('textarea').click();
  await message.keyboard.press('Control+V');
  await expect(message.locator('textarea')).toHaveValue(new RegExp(name));

  await dashboard.goto(dashboard.url().replace(/#.*$/, '#/watch'));
  await dashboard.getByRole('button', { name: 'Mark all as read' }).click();
  await popup.reload();
  await expect(popup.getByText(name).first()).toBeVisible();
  await expect(popup.getByRole('button', { name: /^\d+ changes?\b.* at / })).toHaveCount(0);
});
