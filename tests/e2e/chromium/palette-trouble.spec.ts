import { expect } from '@playwright/test';
import { eventually, wordsInClosedRoots } from '../../support/closed-roots.ts';
import { test } from '../../support/e2e.ts';
import { send, sendWrite } from '../../support/messages.ts';
import {
  boxOf,
  openPalette,
  openWatchPage,
  paletteClosed,
  paletteFrame,
  pressHotKey,
  reply,
  saveReplies,
} from '../../support/palette.ts';

const thanks = reply('Thanks', 'Thank you for your kind words!\n\nWe are glad.');

test('where the editor vanishes while the palette is open, the reply is copied and the page says so', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [thanks]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const palette = await openPalette(page, worker);
  await expect(palette.locator('.preview-text')).toContainText('We are glad.');
  await boxOf(page, 'c1').evaluate((box) => box.parentElement?.remove());
  await page.keyboard.press('Enter');
  await paletteClosed(page);
  await eventually('word of the copy', async () =>
    (await wordsInClosedRoots(page)).includes('Copied, not inserted.'),
  );
  const field = page.locator('textarea');
  await field.click();
  await page.keyboard.press('Control+V');
  await expect(field).toHaveValue('Thank you for your kind words!\n\nWe are glad.');
});

test('a site that swallows every key and every input keeps the palette from nobody', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [thanks]);
  const page = await openWatchPage(
    deckhand,
    `for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'focusin', 'focus', 'paste'])
       window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);`,
  );
  await page.locator('textarea').click();
  await page.keyboard.type('ab ');
  await openPalette(page, worker);
  await page.keyboard.press('1');
  await expect(page.locator('textarea')).toHaveValue('ab Thank you for your kind words!\n\nWe are glad.');
});

test('a site that takes the focus back once does not close the palette, one that insists does', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [thanks]);
  const page = await openWatchPage(
    deckhand,
    `field.addEventListener('blur', () => {
       const times = Number(field.dataset.times ?? 0);
       if (times > 0) setTimeout(() => { field.dataset.times = String(times - 1); field.focus(); }, 30);
     });`,
  );
  const field = page.locator('textarea');
  const taken = (times: number) =>
    field.evaluate((element, left) => (element.dataset.times = left), String(times));
  const timesLeft = () => field.getAttribute('data-times');
  await field.click();
  await page.keyboard.type('ab ');
  await taken(1);
  const palette = await openPalette(page, worker);
  await expect.poll(timesLeft).toBe('0');
  await eventually('focus in the palette again', () => palette.evaluate(() => document.hasFocus()));
  await page.keyboard.press('1');
  await expect(field).toHaveValue('ab Thank you for your kind words!\n\nWe are glad.');
  await paletteClosed(page);
  await taken(20);
  await pressHotKey(worker);
  await expect.poll(timesLeft).toBe('16');
  await paletteClosed(page);
  await expect(field).toBeFocused();
});

test('what is not known here is asked for, and remembered for the next time', async ({
  deckhand,
  worker,
}) => {
  await saveReplies(deckhand, [reply('Code', 'Hi {{ person.first_name }}, your code: {{ campaign.code }}')]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const palette = await openPalette(page, worker);
  await expect(palette.locator('.preview-text mark')).toHaveText('[Discount code is missing]');
  await page.keyboard.press('1');
  await expect(palette.getByLabel('Discount code')).toBeFocused();
  expect(await boxOf(page, 'c1').textContent()).toBe('');
  await page.keyboard.type('SNOW10');
  await page.keyboard.press('Enter');
  await expect(boxOf(page, 'c1')).toHaveText('Hi snow_owl, your code: SNOW10');
  await paletteClosed(page);
  await boxOf(page, 'c2').click();
  const next = await openPalette(page, worker);
  await expect(next.getByLabel('Discount code')).toHaveValue('');
  await expect(next.locator('datalist option')).toHaveAttribute('value', 'SNOW10');
});

test('with several brands another one is chosen by keyboard and by mouse, and is the current one from then on', async ({
  deckhand,
  worker,
}) => {
  const dashboard = await saveReplies(deckhand, [reply('Group', 'Join us: {{ brand.group_link }}')]);
  const none = { accounts: [], shops: [], officialLinks: [], hashtags: [], countries: [], languages: ['en'] };
  for (const name of ['Fjord', 'Glim']) {
    const details = { ...none, name, groupLink: `https://${name.toLowerCase()}.example/group` };
    expect(await sendWrite(dashboard, 'brand.save', { details })).toMatchObject({ ok: true });
  }
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const palette = await openPalette(page, worker);
  const brand = palette.getByLabel('Brand of the reply');
  const before = await brand.locator('option:checked').textContent();
  const other = before === 'Fjord' ? 'Glim' : 'Fjord';
  await brand.focus();
  await page.keyboard.press(other === 'Glim' ? 'ArrowDown' : 'ArrowUp');
  await expect(palette.locator('.preview-text')).toHaveText(
    `Join us: https://${other.toLowerCase()}.example/group`,
  );
  await palette.getByRole('combobox', { name: 'Search saved replies' }).focus();
  await page.keyboard.press('1');
  await expect(boxOf(page, 'c1')).toHaveText(`Join us: https://${other.toLowerCase()}.example/group`);
  await paletteClosed(page);
  await boxOf(page, 'c2').click();
  const next = await openPalette(page, worker);
  await expect(next.getByLabel('Brand of the reply').locator('option:checked')).toHaveText(other);
  await next.getByLabel('Brand of the reply').selectOption({ label: before ?? '' });
  await expect(next.locator('.preview-text')).toContainText(`${before?.toLowerCase()}.example`);
});

test('what becomes of a reply is in its figures: changed, taken out, or sent as it was', async ({
  deckhand,
  worker,
}) => {
  const dashboard = await saveReplies(deckhand, [thanks]);
  const page = await openWatchPage(
    deckhand,
    `list.append(answered('sender', 'nice', 'c3'));
     document.querySelector('[data-box="c3"]').addEventListener('keydown', (event) => {
       if (event.key !== 'Enter') return;
       event.preventDefault();
       const box = event.currentTarget;
       setTimeout(() => { box.textContent = ''; }, 300);
     });`,
  );
  const insertInto = async (box: string) => {
    await boxOf(page, box).click();
    await openPalette(page, worker);
    await page.keyboard.press('1');
    await expect(boxOf(page, box)).toContainText('We are glad.');
    await paletteClosed(page);
  };
  const figures = async () => {
    const answer = (await send(dashboard, 'template.statistics', {})) as {
      value: { templates: { used: number; edited: number; undone: number }[] };
    };
    const [one] = answer.value.templates;
    return one && [one.used, one.edited, one.undone];
  };
  // sent as it was: the site empties its own editor
  await insertInto('c3');
  await page.keyboard.press('Enter');
  await expect(boxOf(page, 'c3')).toHaveText('');
  await page.locator('textarea').click();
  await page.waitForTimeout(2_500);
  expect(await figures()).toEqual([1, 0, 0]);
  // the words are changed, and the composer is left
  await insertInto('c1');
  for (let step = 0; step < 5; step++) await page.keyboard.press('Backspace');
  await page.keyboard.type('happy.');
  await page.locator('textarea').click();
  await expect.poll(figures).toEqual([2, 1, 0]);
  // taken out again
  await insertInto('c2');
  await page.keyboard.press('Control+z');
  await expect(boxOf(page, 'c2')).not.toContainText('We are glad.');
  await page.locator('textarea').click();
  await expect.poll(figures).toEqual([3, 1, 1]);
});

test('a list that did not change is not fetched again after each reply', async ({ deckhand, worker }) => {
  await saveReplies(deckhand, [thanks]);
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const frame = await paletteFrame(page);
  await openPalette(page, worker);
  await frame.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: { type: string }): Promise<unknown> } };
    };
    const real = chrome.runtime.sendMessage.bind(chrome.runtime);
    const asked: string[] = [];
    chrome.runtime.sendMessage = (message) => {
      asked.push(message.type);
      return real(message);
    };
    Object.assign(globalThis, { asked });
  });
  await page.keyboard.press('1');
  await paletteClosed(page);
  await page.waitForTimeout(1_000);
  await boxOf(page, 'c2').click();
  await openPalette(page, worker);
  const asked = await frame.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  expect(asked).toContain('template.used');
  expect(asked).toContain('palette.context');
  expect(asked).not.toContain('template.list');
});
