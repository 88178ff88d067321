import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { TemplateDetails } from '../../../utils/domain/template.ts';
import { type FirefoxBrowsing, launchFirefox, readStores, until } from '../../support/firefox.ts';
import { focusedIn, openByKey, paletteIn } from '../../support/firefox-palette.ts';
import { reply } from '../../support/palette.ts';

const url = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const html = `<!doctype html><html lang="en"><title>Snow kettle</title><body>
  <textarea rows="4" cols="60"></textarea>
  <div id="rich" contenteditable="true" style="min-height: 2em; border: 1px solid"></div>
  <input type="password">
</body></html>`;

const replies: TemplateDetails[] = [
  reply('Where to buy', 'It is from our shop!\n\nHave a look 🧑‍🚀 谢谢。'),
  reply('Where is my parcel', 'Please send us {{ ask.order_number }}, we will look.', { shortcut: '包裹' }),
];

let firefox: FirefoxBrowsing;
let dashboard: Page;
let page: Page;

beforeAll(async () => {
  firefox = await launchFirefox();
  firefox.answers.set(url, html);
  dashboard = await firefox.openExtensionPage('dashboard.html');
  for (const details of replies) {
    const saved = await dashboard.evaluate(
      (input) =>
        (
          globalThis as unknown as {
            browser: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
          }
        ).browser.runtime.sendMessage({ type: 'template.save', input }),
      { operationId: newId(), details },
    );
    expect(saved).toMatchObject({ ok: true });
  }
});
afterAll(() => firefox?.close());

beforeEach(async () => {
  await page?.close();
  page = await firefox.openPage(url);
  await page.bringToFront();
});

async function withControl(key: 'z' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

const closed = (frame: Frame) =>
  until('closed palette', async () => (await frame.$('input[role="combobox"]')) === null);
const selected = (frame: Frame) =>
  frame.$eval('[role="option"][aria-selected="true"]', (row) => row.textContent ?? '');
const field = () => page.$eval('textarea', (element) => element.value);

test('in a field: opened by its key, searched, inserted, and taken back by one undo', async () => {
  await page.click('textarea');
  await page.keyboard.type('Oh. ');
  const palette = await openByKey(firefox, page);
  await page.keyboard.type('buy');
  await until('found reply', async () => (await selected(palette)).includes('Where to buy'));
  await page.keyboard.press('Enter');
  await until('inserted reply', async () => (await field()) !== 'Oh. ');
  expect(await field()).toBe('Oh. It is from our shop!\n\nHave a look 🧑‍🚀 谢谢。');
  await closed(palette);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('textarea');
  await withControl('z');
  await until('undone', async () => (await field()) === 'Oh. ');
  const { templateUses = [] } = await readStores(dashboard);
  expect(templateUses).toHaveLength(1);
});

test('in an editable element: the same, with the lines kept', async () => {
  await page.click('#rich');
  const palette = await openByKey(firefox, page);
  await page.keyboard.type('buy');
  await until('found reply', async () => (await selected(palette)).includes('Where to buy'));
  await page.keyboard.press('Enter');
  // biome-ignore lint/performance/useDomNodeTextContent: lines are what it is about
  const text = () => page.$eval('#rich', (element) => (element as HTMLElement).innerText);
  await until('inserted reply', async () => (await text()).includes('谢谢'));
  expect(await text()).toMatch(/^It is from our shop!\n\n+Have a look 🧑‍🚀 谢谢。\s*$/);
  await closed(palette);
  await withControl('z');
  await until('undone', async () => !(await text()).includes('谢谢'));
});

test('a Chinese shortcut behind a full-width semicolon opens its reply, which takes its place', async () => {
  await page.click('textarea');
  const palette = await paletteIn(page);
  // the shortcuts come a moment after the first focus
  await new Promise((done) => setTimeout(done, 500));
  await page.keyboard.type('好的；包裹');
  await focusedIn(palette);
  expect(await selected(palette)).toContain('Where is my parcel');
  await page.keyboard.press('Enter');
  await until('field of what is asked', () =>
    palette.evaluate(() => document.activeElement?.closest('[data-field="order_number"]') !== null),
  );
  await page.keyboard.type('1024');
  await page.keyboard.press('Enter');
  await until('inserted reply', async () => (await field()).includes('1024'));
  expect(await field()).toBe('好的Please send us 1024, we will look.');
});

test('Escape gives the focus and the selection back', async () => {
  await page.click('textarea');
  await page.keyboard.type('half a sentence');
  await page.$eval('textarea', (element) => element.setSelectionRange(4, 6));
  const palette = await openByKey(firefox, page);
  await page.keyboard.press('Escape');
  await closed(palette);
  expect(
    await page.$eval('textarea', (element) => [
      document.activeElement === element,
      element.selectionStart,
      element.selectionEnd,
      element.value,
    ]),
  ).toEqual([true, 4, 6, 'half a sentence']);
});

test('where nothing may be inserted the reply is copied, to be pasted', async () => {
  await page.click('textarea');
  await paletteIn(page);
  await page.click('input[type=password]');
  const palette = await openByKey(firefox, page);
  await page.keyboard.type('buy');
  await until('found reply', async () => (await selected(palette)).includes('Where to buy'));
  await page.keyboard.press('Enter');
  await closed(palette);
  expect(await page.$eval('input[type=password]', (element) => (element as HTMLInputElement).value)).toBe('');
  await page.click('textarea');
  await withControl('v');
  await until('pasted', async () => (await field()) === 'It is from our shop!\n\nHave a look 🧑‍🚀 谢谢。');
});

test('from the sidebar a reply goes into the editor used last', async () => {
  await page.click('#rich');
  await page.keyboard.type('ab ');
  await paletteIn(page);
  const panel = await firefox.openExtensionPage('sidepanel.html');
  await panel.waitForSelector('.palette .preview-text');
  await until('insertable', () =>
    panel.$$eval('button', (all) => all.some(({ textContent }) => textContent === 'Insert')),
  );
  await panel.bringToFront();
  await panel.focus('input[role="combobox"]');
  await panel.keyboard.type('buy');
  await until('found reply', () =>
    panel.$eval('[role="option"][aria-selected="true"]', (row) =>
      (row.textContent ?? '').includes('Where to buy'),
    ),
  );
  await panel.keyboard.press('Enter');
  await until('said', () => panel.$('[role="status"]'));
  await panel.close();
  expect(await page.$eval('#rich', (element) => element.textContent)).toMatch(/^ab It is from our shop!/);
});
