import { expect, type Page } from '@playwright/test';
import { bundle, pageWith } from '../../editors/bundle.ts';
import { freshEditor, modelWhen, textOf } from '../../editors/driven.ts';
import { type Setup, type SetupName, setups } from '../../editors/setups.ts';
import type { Browsing } from '../../support/chromium.ts';
import { test } from '../../support/e2e.ts';
import { send } from '../../support/messages.ts';
import { openPalette, paletteClosed, paletteFrame, reply, saveReplies } from '../../support/palette.ts';

/** Lines with an empty one, a picture made of several signs, and another writing. */
const text = 'Thank you! 👩‍👩‍👧‍👦\n\n谢谢您的留言。\nHave a look.';
const thanks = reply('Thanks', text, { shortcut: 'thx' });
const stops = reply('Code', 'Hi {{ "NAME" | tabstop }},\nuse {{ "CODE" | tabstop }} today.');

/** A real editor on a post's page. */
async function openEditor({ pages, context }: Browsing, name: SetupName): Promise<Page> {
  const { page: file, alias }: Omit<Setup, 'title'> = setups[name];
  const url = `https://www.instagram.com/p/${name}`;
  pages.put(url, pageWith(await bundle(`pages/${file}.ts`, alias)));
  const page = await context.newPage();
  await page.goto(url);
  await freshEditor(page);
  return page;
}

for (const name of ['plain-textarea', 'lexical-plain', 'draft'] satisfies SetupName[]) {
  test(`${setups[name].title}: two keys bring the reply into the editor’s own model`, async ({
    deckhand,
    worker,
  }) => {
    await saveReplies(deckhand, [thanks]);
    const page = await openEditor(deckhand, name);
    await page.keyboard.type('ab ');
    await openPalette(page, worker);
    await page.keyboard.press('1');
    expect(await modelWhen(page, (model) => model === `ab ${text}`, 200)).toBe(`ab ${text}`);
    await paletteClosed(page);
    await page.keyboard.type('Z');
    expect(await modelWhen(page, (model) => model === `ab ${text}Z`)).toBe(`ab ${text}Z`);
  });

  test(`${setups[name].title}: Escape gives the caret back where it was`, async ({ deckhand, worker }) => {
    await saveReplies(deckhand, [thanks]);
    const page = await openEditor(deckhand, name);
    await page.keyboard.type('half a sentence');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft');
    await openPalette(page, worker);
    await page.keyboard.press('Escape');
    await paletteClosed(page);
    await page.keyboard.type('Z');
    expect(await modelWhen(page, (model) => model.includes('Z'))).toBe('half a sentZence');
    // a selection as well: what is typed takes its place
    await page.keyboard.press('Shift+ArrowLeft');
    await openPalette(page, worker);
    await page.keyboard.press('Escape');
    await paletteClosed(page);
    await page.keyboard.type('Y');
    expect(await modelWhen(page, (model) => model.includes('Y'))).toBe('half a sentYence');
  });
}

for (const name of ['plain-textarea', 'lexical-plain', 'draft'] satisfies SetupName[]) {
  test(`${setups[name].title}: what is taken out again by the editor’s own undo counts as undone, a changed word as edited`, async ({
    deckhand,
    worker,
  }) => {
    const dashboard = await saveReplies(deckhand, [thanks]);
    const page = await openEditor(deckhand, name);
    await page.evaluate(() => document.body.append(document.createElement('button')));
    const insert = async () => {
      await openPalette(page, worker);
      await page.keyboard.press('1');
      await modelWhen(page, (model) => model.endsWith('look.'), 200);
      await paletteClosed(page);
    };
    const leave = () => page.locator('button').first().focus();
    const figures = async () => {
      const answer = (await send(dashboard, 'template.statistics', {})) as {
        value: { templates: { used: number; edited: number; undone: number }[] };
      };
      const [one] = answer.value.templates;
      return one && [one.used, one.edited, one.undone];
    };
    await insert();
    await page.keyboard.press('Control+z');
    expect(await modelWhen(page, (model) => model === '')).toBe('');
    await leave();
    await expect.poll(figures).toEqual([1, 0, 1]);
    await freshEditor(page);
    await insert();
    for (let step = 0; step < 5; step++) await page.keyboard.press('Backspace');
    await page.keyboard.type('listen.');
    await leave();
    await expect.poll(figures).toEqual([2, 1, 1]);
  });
}

for (const name of ['plain-textarea', 'plain-div', 'lexical-plain'] satisfies SetupName[]) {
  test(`${setups[name].title}: the Tab key goes through the stops of a reply, and is the page’s again after the last`, async ({
    deckhand,
    worker,
  }) => {
    await saveReplies(deckhand, [stops]);
    const page = await openEditor(deckhand, name);
    await page.evaluate(() => document.body.append(document.createElement('button')));
    await openPalette(page, worker);
    await page.keyboard.press('1');
    await modelWhen(page, (model) => model.includes('today'), 200);
    await paletteClosed(page);
    await page.keyboard.type('Annabelle');
    await page.waitForTimeout(200);
    await page.keyboard.press('Tab');
    await page.keyboard.type('TEA');
    const wanted = 'Hi Annabelle,\nuse TEA today.';
    expect(await modelWhen(page, (model) => model === wanted)).toBe(wanted);
    await page.waitForTimeout(200);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Ida');
    const back = 'Hi Ida,\nuse TEA today.';
    expect(await modelWhen(page, (model) => model === back)).toBe(back);
    for (let time = 0; time < 2; time++) {
      await page.waitForTimeout(200);
      await page.keyboard.press('Tab');
    }
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('button');
    expect(await textOf(page)).toBe(back);
  });
}

test('in a frame of the same origin a typed shortcut calls the palette, and the reply takes its place there', async ({
  deckhand,
}) => {
  await saveReplies(deckhand, [thanks]);
  const page = await openEditor(deckhand, 'plain-textarea-frame');
  const palette = await paletteFrame(page);
  // the shortcuts come a moment after the first focus
  await page.waitForTimeout(300);
  await page.keyboard.type('well ;thx');
  await expect(palette.locator('[role="option"][aria-selected="true"]')).toContainText('Thanks');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page)).toBe(`well ${text}`);
});

test('called in the middle of a word of an input method, it opens when the word is there', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [thanks]);
  const page = await openEditor(deckhand, 'plain-div');
  const frame = await paletteFrame(page);
  const cdp = await deckhand.context.newCDPSession(page);
  await page.keyboard.type('ab ');
  for (const letters of ['n', 'ni'])
    await cdp.send('Input.imeSetComposition', {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  const opening = openPalette(page, worker);
  await page.waitForTimeout(800);
  expect(await frame.evaluate(() => document.hasFocus())).toBe(false);
  await cdp.send('Input.insertText', { text: '你' });
  await opening;
  await page.keyboard.press('1');
  expect(await modelWhen(page, (model) => model === `ab 你${text}`, 200)).toBe(`ab 你${text}`);
});
