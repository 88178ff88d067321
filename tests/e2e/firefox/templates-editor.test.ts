import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FirefoxBrowsing, launchFirefox, until } from '../../support/firefox.ts';

let firefox: FirefoxBrowsing;

beforeAll(async () => {
  firefox = await launchFirefox();
});
afterAll(() => firefox?.close());

test('a reply is written by keyboard with chips that are passed, taken out and brought back whole', async () => {
  const page = await firefox.openExtensionPage('dashboard.html#/template/new');
  const text = '[role="textbox"]';
  await page.waitForSelector(text);
  const chips = () => page.$$eval(`${text} [data-source]`, (all) => all.map((chip) => chip.textContent));
  /** the text as it is stored */
  const stored = () =>
    page.$eval(text, (box) =>
      [...box.childNodes]
        .map((node) => (node instanceof HTMLElement ? (node.dataset.source ?? '') : (node.textContent ?? '')))
        .join(''),
    );
  await page.click(text);
  await page.keyboard.type('Hi {{ person.first_name }}!');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('你好');
  expect(await chips()).toEqual(['First name']);
  expect(await stored()).toBe('Hi {{ person.first_name }}!\n\n你好');
  await page.keyboard.press('Backspace');
  expect(await stored()).toBe('Hi {{ person.first_name }}!\n\n你');
  // to the beginning of the text, over the chip, and a letter behind it
  await page.keyboard.down('Control');
  await page.keyboard.press('Home');
  await page.keyboard.up('Control');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('X');
  expect(await stored()).toBe('Hi {{ person.first_name }}X!\n\n你');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  expect(await stored()).toBe('Hi !\n\n你');
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await until('the chip again', async () => (await chips()).length === 1);
  await page.close();
});
