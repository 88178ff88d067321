import { expect } from '@playwright/test';
import { cardGone, cardIn, closeCard } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { clickOverlay, eventually, overlayButton } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { readCaptured, readStores } from '../../support/notebook.ts';
import { samplePages } from '../../support/sample-pages.ts';

test('the card is completed with role, status, next action, tag and note', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  await clickOverlay(page);
  const card = await cardIn(page);
  await card.getByLabel('Role').selectOption('koc');
  await card.getByLabel('Status').selectOption('contacted');
  await card.getByLabel('Next action').fill('Ask for the address');
  await card.getByLabel('Due').fill('2026-12-01');
  await card.getByLabel('Tags').fill('ceramics');
  await card.getByLabel('Tags').press('Enter');
  await card.getByLabel('Notes').fill('Answers on Mondays.\n<b>Not bold</b>');
  await card.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(card.getByText('Saved', { exact: true })).toBeVisible();

  const { creators = [], tags = [], activities = [] } = await readStores(worker);
  expect(tags).toMatchObject([{ name: 'ceramics' }]);
  expect(creators).toMatchObject([
    {
      role: 'koc',
      status: 'contacted',
      nextAction: { text: 'Ask for the address', due: '2026-12-01' },
      due: '2026-12-01',
      notes: 'Answers on Mondays.\n<b>Not bold</b>',
      tagIds: [tags[0]?.id],
    },
  ]);
  expect(activities.map(({ kind }) => kind).sort()).toEqual(['creator-captured', 'creator-updated']);
  // people stand in the log by their id only
  expect(JSON.stringify(activities)).not.toMatch(/mira|holm/i);
});

test('a saved capture can be taken back in the card, and then nothing of it is left', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'x');
  await clickOverlay(page);
  const card = await cardIn(page);
  expect((await readCaptured(worker)).creators).toHaveLength(1);
  await card.getByRole('button', { name: 'Undo saving' }).click();
  await expect(card.getByText('Taken back.')).toBeVisible();
  const { creators, accounts, observations, contacts } = await readCaptured(worker);
  expect({ creators, accounts, observations, contacts }).toEqual({
    creators: [],
    accounts: [],
    observations: [],
    contacts: [],
  });
  await eventually('button that does not know the creator', async () =>
    (await overlayButton(page)).name.startsWith('Save creator'),
  );
});

test('everything goes by keyboard alone, and the page gets its focus back', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await page.waitForTimeout(500);
  // to the button: it stands right after the name, so it comes after the name's link
  await page.locator('main header a').first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const card = await cardIn(page);
  await eventually('focus inside the card', () => card.evaluate(() => document.hasFocus()));

  const notes = card.getByLabel('Notes');
  for (let i = 0; i < 40 && !(await notes.evaluate((field) => field === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.type('typed without a mouse');
  const save = card.getByRole('button', { name: 'Save', exact: true });
  // the card makes sure that it is really visible before anything in it can be written
  await expect(save).toBeEnabled();
  for (let i = 0; i < 10 && !(await save.evaluate((button) => button === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card.getByText('Saved', { exact: true })).toBeVisible();
  // the frame that got the key goes with it: the driver may wait for an answer that nobody gives any more
  void page.keyboard.press('Escape').catch(() => {});
  await cardGone(page);
  expect(await page.evaluate(() => document.hasFocus())).toBe(true);
  expect((await readCaptured(worker)).creators).toMatchObject([{ notes: 'typed without a mouse' }]);
});

test('the caret comes back to where it was in the site', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const page = await openSample(deckhand, 'instagram');
  // tall enough for the editor and the button at once
  await page.setViewportSize({ width: 1280, height: 1400 });
  const editor = page.locator('form textarea');
  await editor.fill('half a sentence');
  await editor.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 6));
  await clickOverlay(page);
  await closeCard(page);
  const state = await editor.evaluate((field: HTMLTextAreaElement) => ({
    focused: document.activeElement === field,
    selection: [field.selectionStart, field.selectionEnd],
    text: field.value,
  }));
  expect(state).toEqual({ focused: true, selection: [4, 6], text: 'half a sentence' });
});

test('"this is us" takes the capture back and notes our own account', async ({ deckhand, worker }) => {
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  const details = {
    name: 'Fjordlicht',
    accounts: [],
    shops: [],
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: ['en'],
  };
  const saved = await sendWrite(dashboard, 'brand.save', { details });
  expect(saved).toMatchObject({ ok: true });
  const page = await openSample(deckhand, 'instagram');
  await clickOverlay(page);
  const card = await cardIn(page);
  await card.getByRole('button', { name: 'This is us' }).click();
  await expect(card.getByText('Noted as our own account.')).toBeVisible();
  expect((await readCaptured(worker)).creators).toEqual([]);
  expect((await readStores(worker)).brands).toMatchObject([
    { accounts: [{ platform: 'instagram', handle: 'mira.holm.ceramics' }] },
  ]);
  await page.reload();
  await overlayButton(page, ({ name }) => name === 'Our own account');
  // the click opens the card and saves nobody
  await clickOverlay(page);
  await expect((await cardIn(page)).getByText('This account belongs to Fjordlicht.')).toBeVisible();
  expect((await readCaptured(worker)).creators).toEqual([]);
});

test('the page sees nothing of what is typed in the card', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const page = await deckhand.context.newPage();
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of [
      'keydown',
      'keypress',
      'keyup',
      'beforeinput',
      'input',
      'compositionupdate',
      'paste',
      'message',
    ])
      window.addEventListener(
        type,
        (event) => {
          const { key, data } = event as unknown as { key?: string; data?: unknown };
          heard.push(
            `${type} ${key ?? ''} ${typeof data === 'string' ? data : JSON.stringify(data ?? null)}`,
          );
        },
        true,
      );
  });
  await page.goto(samplePages.instagram.url);
  await clickOverlay(page);
  const card = await cardIn(page);
  await card.getByLabel('Notes').click();
  await page.keyboard.type('secret 42', { delay: 5 });
  await expect(card.getByLabel('Notes')).toHaveValue('secret 42');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  // the ear works: what is typed into the page is heard
  await page.locator('form textarea').click();
  await page.keyboard.type('x');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join())).toContain(
    'keydown x',
  );
});
