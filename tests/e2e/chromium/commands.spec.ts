import { expect, type Worker } from '@playwright/test';
import { badgesIn } from '../../support/badges.ts';
import { cardGone, cardIn, escapeCard } from '../../support/card.ts';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { buttonsInClosedRoots, eventually, overlayButton } from '../../support/closed-roots.ts';
import { openAddress, openSample, test } from '../../support/e2e.ts';
import { openWatch, people, pointAt, watch } from '../../support/living-pages.ts';
import { send } from '../../support/messages.ts';
import { readCaptured } from '../../support/notebook.ts';

/** Keys from a test do not reach the browser's commands: the event is fired where it would arrive. */
async function fire(worker: Worker, event: 'commands.onCommand' | 'contextMenus.onClicked', first: unknown) {
  return worker.evaluate(
    async ([name, argument]) => {
      const { chrome } = globalThis as unknown as {
        chrome: Record<string, Record<string, { dispatch?: (...args: unknown[]) => void }>> & {
          tabs: { query(filter: object): Promise<unknown[]> };
        };
      };
      const [area = '', event = ''] = String(name).split('.');
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const target = chrome[area]?.[event];
      if (!target?.dispatch) throw new Error(`${String(name)} cannot be fired here`);
      target.dispatch(argument, tab);
    },
    [event, first] as const,
  );
}

test('the keyboard command saves the creator and opens the card', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  await page.bringToFront();
  await fire(worker, 'commands.onCommand', 'capture-creator');
  const card = await cardIn(page);
  await expect(card.getByText('Saved to your creator list.')).toBeVisible();
  expect((await readCaptured(worker)).creators).toHaveLength(1);
});

test('the context menu does the same on a site without standing access, once the person has pressed Deckhand there', async ({
  deckhand,
  worker,
}) => {
  const url = 'https://makers.example/about/ida-storm';
  deckhand.pages.put(
    url,
    `<!doctype html><html lang="en"><head><title>Ida Storm</title><script type="application/ld+json">${JSON.stringify(
      {
        '@context': 'https://schema.org',
        '@type': 'ProfilePage',
        url,
        mainEntity: {
          '@type': 'Person',
          name: 'Ida Storm',
          alternateName: 'idastorm',
          url,
          description: 'Weaves.',
        },
      },
    )}</script></head><body><h1>Ida Storm</h1><p>Weaves.</p></body></html>`,
  );
  const page = await openAddress(deckhand, url);
  await pressToolbarButton(deckhand, page);
  await page.bringToFront();
  await fire(worker, 'contextMenus.onClicked', { menuItemId: 'capture-creator' });
  const card = await cardIn(page);
  await expect(card.getByText('Saved to your creator list.')).toBeVisible();
  expect((await readCaptured(worker)).accounts).toMatchObject([{ platform: 'web' }]);
});

test('the command that hides Deckhand takes the button away, and brings it back', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await fire(worker, 'commands.onCommand', 'toggle-overlay');
  await expect.poll(async () => (await buttonsInClosedRoots(page)).length).toBe(0);
  await fire(worker, 'commands.onCommand', 'toggle-overlay');
  await overlayButton(page);
});

test('the key for tags takes what is under the pointer, else what is selected, else the page', async ({
  deckhand,
  worker,
}) => {
  const page = await openWatch(deckhand, people);
  await eventually('two boxes', async () => (await badgesIn(page)).length === 2);
  await pointAt(page, 'frost.fern');
  await fire(worker, 'commands.onCommand', 'tag-item');
  const picker = await cardIn(page);
  await expect(picker.getByText('lovely')).toBeVisible();
  await escapeCard(page);

  await page.mouse.move(5, 700);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body));
  await page.waitForTimeout(400);
  await fire(worker, 'commands.onCommand', 'tag-item');
  const words = await cardIn(page);
  await expect(words.getByText('Selected words')).toBeVisible();
  await expect(words.getByText('Kettle in the snow')).toBeVisible();
  await escapeCard(page);
  expect(await page.evaluate(() => String(getSelection()))).toBe('Kettle in the snow');

  await page.evaluate(() => getSelection()?.removeAllRanges());
  await fire(worker, 'commands.onCommand', 'tag-item');
  const whole = await cardIn(page);
  await expect(whole.locator('.tag-item')).toContainText('Post');
  await page.keyboard.press('i');
  await cardGone(page);
  const dashboard = await openExtensionPage(deckhand, 'dashboard.html');
  expect(await send(dashboard, 'item.list', { before: null, limit: 10 })).toMatchObject({
    value: { rows: [{ item: { kind: 'post', keys: ['youtube:post:#k3ttleSn0w1'], url: watch } }] },
  });
});

test('selected words and any page are tagged from the context menu; a profile is its creator', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await page.bringToFront();
  await fire(worker, 'contextMenus.onClicked', {
    menuItemId: 'tag-words',
    selectionText: 'send me a kettle',
  });
  const words = await cardIn(page);
  await expect(words.getByText('send me a kettle')).toBeVisible();
  await escapeCard(page);
  await fire(worker, 'contextMenus.onClicked', { menuItemId: 'tag-page' });
  const picker = await cardIn(page);
  await expect(picker.locator('.tag-item')).toContainText('Profile');
  await picker.getByRole('combobox').fill('autumn');
  await page.keyboard.press('Enter');
  await cardGone(page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await popup.getByRole('button', { name: 'Tag this page' }).click();
  await expect(popup.getByRole('option', { name: /autumn/ })).toHaveAttribute('aria-selected', 'true');
  await popup.getByRole('combobox').press('i');
  await expect(popup.getByText('Tags saved.').first()).toBeVisible();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await popup.getByRole('button', { name: 'Tag this page' }).click();
  await expect(popup.getByRole('option', { selected: true })).toHaveCount(1);
});
