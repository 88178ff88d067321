import { expect, type Page } from '@playwright/test';
import type { Browsing } from '../../support/chromium.ts';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { eventually } from '../../support/closed-roots.ts';
import { openAddress, openSample, test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { readStores } from '../../support/notebook.ts';
import {
  boxOf,
  openPalette,
  openWatchPage,
  paletteClosed,
  paletteFrame,
  reply,
  saveReplies,
} from '../../support/palette.ts';

const where = reply('Where to buy', {
  en: 'Hi {{ person.first_name }}, it is from our shop!',
  'zh-CN': '{{ person.first_name }}你好，是我们店里的！',
});
const parcel = reply('Where is my parcel', 'Please send us {{ ask.order_number }}, we will look.');
const thanks = reply('Thanks', 'Thank you!\n\nWe are glad.');

/** The side panel as a tab: a test cannot reach into the browser's own frame. It follows the page that was in front last. */
async function openPanelOf(deckhand: Browsing, page: Page): Promise<Page> {
  const panel = await openExtensionPage(deckhand, 'sidepanel.html');
  await page.bringToFront();
  return panel;
}
const selected = (panel: Page) => panel.locator('[role="option"][aria-selected="true"]');

test('beside the page a reply is searched, previewed for whom it answers, and goes into the editor used last', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [thanks, where, parcel]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  await page.keyboard.type('ab ');
  await paletteFrame(page);
  const panel = await openPanelOf(deckhand, page);
  await expect(panel.getByRole('heading', { name: /Answer to .*snow_owl/ })).toContainText('English');
  await panel.bringToFront();
  await panel.keyboard.type('buy');
  await expect(selected(panel)).toContainText('Where to buy');
  await expect(panel.locator('.preview-text')).toContainText('Hi snow_owl, it is from our shop!');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toContainText('Inserted');
  await expect(boxOf(page, 'c1')).toHaveText('ab Hi snow_owl, it is from our shop!');
  await eventually('noted use', async () => (await readStores(worker)).templateUses?.length === 1);
});

test('the panel follows the editor and the tab', async ({ deckhand }) => {
  await saveReplies(deckhand, [where]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const panel = await openPanelOf(deckhand, page);
  await expect(panel.getByRole('heading', { name: /snow_owl/ })).toBeVisible();

  await boxOf(page, 'c2').click();
  await panel.bringToFront();
  await panel.mouse.move(50, 50);
  await panel.mouse.move(60, 60);
  await expect(panel.getByRole('heading', { name: /frost\.fern/ })).toContainText('Chinese');
  await expect(panel.locator('.preview-text')).toContainText('frost.fern你好');

  const other = await openSample(deckhand, 'x');
  await expect(panel.getByText('Nothing to write in has the focus here.')).toBeVisible();
  await other.close();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { name: /frost\.fern/ })).toBeVisible();
});

test('a click elsewhere in the page does not lose the editor, nor what stands in it', async ({
  deckhand,
}) => {
  await saveReplies(deckhand, [thanks]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  await page.keyboard.type('Oh. ');
  await paletteFrame(page);
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  const panel = await openPanelOf(deckhand, page);
  await expect(panel.getByRole('button', { name: 'Insert' })).toBeEnabled();
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Insert' }).click();
  await expect(panel.getByRole('status')).toContainText('Inserted');
  await expect(boxOf(page, 'c1')).toHaveText(/^Oh. Thank you!\s*We are glad\.$/);
});

test('where Deckhand may not be it says so, and copies', async ({ deckhand }) => {
  await saveReplies(deckhand, [thanks]);
  const foreign = 'https://forum.example/t/1';
  deckhand.pages.put(foreign, '<!doctype html><title>Forum</title><textarea></textarea>');
  const page = await openAddress(deckhand, foreign);
  await page.locator('textarea').click();
  const panel = await openPanelOf(deckhand, page);
  await expect(panel.getByText('Deckhand cannot reach this page')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Allow sites' })).toBeVisible();
  await panel.bringToFront();
  // a letter, so it is asked for whom: nobody in particular
  await panel.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Copy' }).click();
  await expect(panel.getByRole('status')).toContainText('Copied');
  await page.bringToFront();
  await page.locator('textarea').press('Control+V');
  await expect(page.locator('textarea')).toHaveValue('Thank you!\n\nWe are glad.');
});

test('a letter is for somebody, whom the panel then shows; another one can be chosen', async ({
  deckhand,
  worker,
}) => {
  const dashboard = await saveReplies(deckhand, [reply('Hello', 'Hi {{ person.first_name }}!')]);
  for (const [displayName, handle] of [
    ['Ida Storm', 'ida.storm'],
    ['Noor Knits', 'noor.knits'],
  ] as const) {
    const account = { platform: 'instagram', handle, url: `https://www.instagram.com/${handle}/` };
    expect(await sendWrite(dashboard, 'creator.add', { displayName, account })).toMatchObject({ ok: true });
  }
  const url = 'https://www.instagram.com/direct/t/1/';
  deckhand.pages.put(
    url,
    '<!doctype html><html lang="en"><title>Direct</title><body><div id="m" role="textbox" contenteditable="true" style="min-height:20px"></div></body></html>',
  );
  const page = await openAddress(deckhand, url);
  await page.locator('#m').click();
  const panel = await openPanelOf(deckhand, page);
  await expect(panel.getByText('For whom?')).toBeVisible();
  await panel.bringToFront();
  await panel.keyboard.type('noor');
  await expect(selected(panel)).toContainText('Noor Knits');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Message to Noor Knits' })).toBeVisible();
  await panel.getByRole('button', { name: 'For someone else' }).click();
  await expect(panel.getByRole('combobox', { name: 'For whom?' })).toBeFocused();
  await panel.keyboard.type('ida');
  await expect(selected(panel)).toContainText('Ida Storm');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('region', { name: 'In your creator list' })).toContainText('Ida Storm');
  await panel.keyboard.press('Enter');
  await expect(page.locator('#m')).toHaveText('Hi Ida!');
  const contacted = await eventually('noted contact', async () => {
    const { creators = [] } = await readStores(worker);
    return creators.find(({ lastContact }) => lastContact !== undefined);
  });
  expect(contacted.displayName).toBe('Ida Storm');
});

test('the palette in the page and the panel beside it do not disturb each other', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [where, parcel]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const panel = await openPanelOf(deckhand, page);
  await expect(panel.getByRole('heading', { name: /snow_owl/ })).toBeVisible();
  const palette = await openPalette(page, worker);
  // the panel looks at the page while the palette in it is open
  await panel.evaluate(() => window.dispatchEvent(new Event('focus')));
  await panel.waitForTimeout(500);
  await expect(palette.getByRole('heading', { name: /snow_owl/ })).toBeVisible();
  await page.keyboard.press('1');
  await expect(boxOf(page, 'c1')).toHaveText('Hi snow_owl, it is from our shop!');
  await paletteClosed(page);
});

test('from the popup a reply goes into the page by keyboard alone', async ({ deckhand, worker }) => {
  await saveReplies(deckhand, [thanks, where]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  await paletteFrame(page);
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const button = popup.getByRole('button', { name: 'Saved replies' });
  await button.focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('combobox', { name: 'Search saved replies' })).toBeFocused();
  await expect(popup.getByRole('heading', { name: /Answer to .*snow_owl/ })).toBeVisible();
  await popup.keyboard.type('buy');
  await expect(selected(popup)).toContainText('Where to buy');
  await popup.keyboard.press('Enter');
  await expect(boxOf(page, 'c1')).toHaveText('Hi snow_owl, it is from our shop!');
  await eventually('noted use', async () => (await readStores(worker)).templateUses?.length === 1);
});

test('from the popup on a page that nothing is known of a reply is copied', async ({ deckhand }) => {
  await saveReplies(deckhand, [thanks]);
  const foreign = 'https://forum.example/t/1';
  deckhand.pages.put(foreign, '<!doctype html><title>Forum</title><textarea></textarea>');
  const page = await openAddress(deckhand, foreign);
  await page.bringToFront();
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await popup.getByRole('button', { name: 'Saved replies' }).click();
  // a letter, so it is asked for whom: nobody in particular
  await expect(popup.getByRole('combobox', { name: 'For whom?' })).toBeFocused();
  await popup.keyboard.press('Enter');
  await popup.getByRole('button', { name: 'Copy' }).click();
  await expect(popup.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  await page.bringToFront();
  await page.locator('textarea').press('Control+V');
  await expect(page.locator('textarea')).toHaveValue('Thank you!\n\nWe are glad.');
});

test('the popup opens the browser’s own side panel', async ({ deckhand, worker }) => {
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await popup.getByRole('button', { name: 'Open side panel' }).click();
  const panels = () =>
    worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { getContexts(filter: object): Promise<{ documentUrl?: string }[]> } };
      };
      const found = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
      return found.map(({ documentUrl = '' }) => documentUrl.replace(/^[^:]*:\/\/[^/]*/, ''));
    });
  await expect.poll(panels).toEqual(['/sidepanel.html']);
});
