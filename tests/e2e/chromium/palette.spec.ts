import { expect } from '@playwright/test';
import { whenDrawn } from '../../editors/driven.ts';
import { eventually } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import { axeFaults } from '../../support/looks.ts';
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
  searchIn,
} from '../../support/palette.ts';

const where = reply(
  'Where to buy',
  {
    en: 'Hi {{ person.first_name }}, it is from our shop!\n\nHave a look.',
    'zh-CN': '{{ person.first_name }}你好，是我们店里的！',
  },
  { shortcut: 'shop' },
);
const parcel = reply('Where is my parcel', 'Please send us {{ ask.order_number }}, we will look.', {
  shortcut: 'parcel',
});
const link = reply('Group', 'Join us: {{ brand.group_link }}');

test('from the caret to the inserted reply it is two keys, and the palette knows whom it answers in which language', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [where, parcel]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  await page.keyboard.type('ab ');
  await paletteFrame(page);
  const palette = await openPalette(page, worker);
  await expect(palette.getByRole('heading', { name: /Answer to .*snow_owl/ })).toContainText('English');
  await page.keyboard.press('1');
  await expect(boxOf(page, 'c1')).toHaveText(/^ab Hi snow_owl, it is from our shop!\s*Have a look\.$/);
  await paletteClosed(page);
  // the caret stands behind the reply, in the site's editor
  await page.keyboard.type('Z');
  await expect(boxOf(page, 'c1')).toHaveText(/Have a look\.Z$/);
  const uses = await eventually('noted use', async () => {
    const { templateUses = [] } = await readStores(worker);
    return templateUses.length > 0 ? templateUses : undefined;
  });
  expect(uses).toMatchObject([{ platform: 'youtube', language: 'en' }]);
  expect(JSON.stringify(uses)).not.toMatch(/kettle|snow_owl|k3ttle/);
});

test('a comment in Chinese gets the Chinese variant first, with its counterpart in the working language below', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [where]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c2').click();
  const palette = await openPalette(page, worker);
  await expect(palette.getByRole('heading', { name: /frost\.fern/ })).toContainText('Chinese');
  await expect(palette.locator('.preview-text')).toContainText('frost.fern你好');
  await expect(palette.locator('.counterpart')).toContainText('it is from our shop');
  await page.keyboard.press('Enter');
  await expect(boxOf(page, 'c2')).toHaveText('frost.fern你好，是我们店里的！');
});

test('a typed shortcut opens the palette with its reply, which takes the place of what was typed', async ({
  deckhand,
}) => {
  await saveReplies(deckhand, [parcel, where]);
  const page = await openWatchPage(deckhand);
  for (const [trigger, box] of [
    [';', 'c1'],
    ['／', 'c2'],
  ] as const) {
    await boxOf(page, box).click();
    await paletteFrame(page);
    // the shortcuts come a moment after the first focus
    await page.waitForTimeout(300);
    await page.keyboard.type(`well ${trigger}shop`);
    const palette = await paletteFrame(page);
    await expect(palette.locator('[role="option"][aria-selected="true"]')).toContainText('Where to buy');
    await page.keyboard.press('Enter');
    await expect(boxOf(page, box)).toHaveText(/^well (Hi snow_owl|frost\.fern你好)/);
    await expect(boxOf(page, box)).not.toContainText('shop!shop');
    await expect(boxOf(page, box)).not.toContainText(`${trigger}shop`);
    await paletteClosed(page);
  }
});

test('Escape gives focus and caret back exactly', async ({ deckhand, worker }) => {
  await saveReplies(deckhand, [where]);
  const page = await openWatchPage(deckhand);
  const field = page.locator('textarea');
  await field.fill('half a sentence');
  await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 6));
  await openPalette(page, worker);
  await page.keyboard.press('Escape');
  await paletteClosed(page);
  expect(
    await field.evaluate((element: HTMLTextAreaElement) => [
      document.activeElement === element,
      element.selectionStart,
      element.selectionEnd,
      element.value,
    ]),
  ).toEqual([true, 4, 6, 'half a sentence']);
});

test('what a reply asks is filled in with the Tab key, and nothing is inserted before', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [parcel]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const palette = await openPalette(page, worker);
  await page.keyboard.press('Enter');
  const field = palette.getByLabel('order number');
  await expect(field).toBeFocused();
  await expect(boxOf(page, 'c1')).toHaveText('');
  await page.keyboard.type('1024');
  await expect(palette.locator('.preview-text')).toContainText('Please send us 1024');
  await page.keyboard.press('Enter');
  await expect(boxOf(page, 'c1')).toHaveText('Please send us 1024, we will look.');
  await eventually('remembered answer', async () => {
    const { fillInAnswers = [] } = await readStores(worker);
    return JSON.stringify(fillInAnswers).includes('1024');
  });
});

test('a variable of which nothing is known stops the insert and is named', async ({ deckhand, worker }) => {
  await saveReplies(deckhand, [link]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const palette = await openPalette(page, worker);
  await expect(palette.locator('.preview-text mark')).toHaveText('[Group link is missing]');
  await page.keyboard.press('Enter');
  await expect(palette.getByRole('alert')).toContainText('Group link');
  expect(await boxOf(page, 'c1').textContent()).toBe('');
});

test('where nothing may be inserted the reply is copied', async ({ deckhand, worker }) => {
  await saveReplies(deckhand, [reply('Thanks', 'Thank you!\n\nWe are glad.')]);
  const page = await openWatchPage(deckhand);
  await page.locator('input[type=password]').focus();
  const palette = await openPalette(page, worker);
  await expect(palette.getByText('Nothing is ever inserted into a password field.')).toBeVisible();
  await page.keyboard.press('Enter');
  await paletteClosed(page);
  expect(await page.locator('input[type=password]').inputValue()).toBe('');
  await page.locator('textarea').click();
  await page.keyboard.press('Control+V');
  await expect(page.locator('textarea')).toHaveValue('Thank you!\n\nWe are glad.');
});

test('markup in a comment stays text, in the palette and in what is inserted', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [reply('Quote', 'You said: {{ comment.text }}')]);
  const page = await openWatchPage(
    deckhand,
    `list.append(answered('evil', '<img src=x onerror=alert(1)> {{ brand.name }} {% raw %}', 'c3'));`,
  );
  await boxOf(page, 'c3').click();
  const palette = await openPalette(page, worker);
  expect(await palette.locator('img, script').count()).toBeLessThan(2);
  await page.keyboard.press('Enter');
  await expect(boxOf(page, 'c3')).toHaveText(
    'You said: <img src=x onerror=alert(1)> {{ brand.name }} {% raw %}',
  );
});

test('a press inserts nothing while the page covers the palette', async ({ deckhand, worker }) => {
  await saveReplies(deckhand, [where]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const palette = await openPalette(page, worker);
  // it could be seen for long enough, and then is covered
  await expect(palette.getByRole('button', { name: 'Insert' })).toBeEnabled();
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText =
      'position: fixed; inset: 0; width: auto; height: auto; border: 0; background: #fff; pointer-events: none';
    document.body.append(cover);
    cover.showPopover();
  });
  await whenDrawn(page);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(3_000);
  expect(await boxOf(page, 'c1').textContent()).toBe('');
});

test('in an inbox it first asks for whom, and notes the contact', async ({ deckhand, worker }) => {
  const dashboard = await saveReplies(deckhand, [reply('Hello', 'Hi {{ person.first_name }}!')]);
  const added = await sendWrite(dashboard, 'creator.add', {
    displayName: 'Ida Storm',
    account: { platform: 'instagram', handle: 'ida.storm', url: 'https://www.instagram.com/ida.storm/' },
  });
  expect(added).toMatchObject({ ok: true });
  const url = 'https://www.instagram.com/direct/t/1/';
  deckhand.pages.put(
    url,
    '<!doctype html><html lang="en"><title>Direct</title><body><div id="m" role="textbox" contenteditable="true" style="min-height:20px"></div></body></html>',
  );
  const page = await deckhand.context.newPage();
  await page.goto(url);
  await page.locator('#m').click();
  const palette = await openPalette(page, worker);
  await expect(palette.getByText('For whom?')).toBeVisible();
  await page.keyboard.type('ida');
  await expect(palette.locator('[role="option"][aria-selected="true"]')).toContainText('Ida Storm');
  await page.keyboard.press('Enter');
  await expect(palette.getByRole('heading', { name: 'Message to Ida Storm' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.locator('#m')).toHaveText('Hi Ida!');
  await eventually('noted contact', async () => {
    const { creators = [] } = await readStores(worker);
    return creators.find(({ lastContact }) => lastContact !== undefined);
  });
});

test('the palette has no accessibility faults, in light and in dark', async ({ deckhand, worker }) => {
  await saveReplies(deckhand, [where, parcel, link]);
  const page = await openWatchPage(deckhand);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await boxOf(page, 'c1').click();
    const palette = await openPalette(page, worker);
    await searchIn(palette).fill('parcel');
    // what is about to be inserted can be seen for long enough
    await expect(palette.getByRole('button', { name: 'Insert' })).toBeEnabled();
    await page.screenshot({ path: test.info().outputPath(`palette-${colorScheme}.png`) });
    expect(await axeFaults(palette)).toEqual([]);
    await page.keyboard.press('Escape');
    await paletteClosed(page);
  }
});
