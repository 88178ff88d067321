import { expect, type Page } from '@playwright/test';
import { cardIn } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { buttonsInClosedRoots, clickOverlay, overlayButton } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { readCaptured, readStores } from '../../support/notebook.ts';
import { changedSample, type SampleName, samplePages } from '../../support/sample-pages.ts';

const nothing = { creators: [], accounts: [], observations: [], contacts: [] };
const blocked: SampleName[] = ['loginWall', 'deleted', 'captcha'];

for (const name of blocked) {
  test(`a ${name} page at a profile's address: a named problem, nothing written`, async ({
    deckhand,
    worker,
  }) => {
    const page = await openSample(deckhand, name);
    // without a name to stand beside, the button goes to the corner
    await clickOverlay(page);
    const card = await cardIn(page);
    await expect(card.getByText('Not saved', { exact: true })).toBeVisible();
    await expect(card.getByText('Nothing was saved.')).toBeVisible();
    expect(await readCaptured(worker)).toEqual(nothing);
    expect((await readStores(worker)).activities ?? []).toEqual([]);

    const popup = await openExtensionPage(deckhand, 'popup.html');
    await expect(popup.getByText('The site shows a wall instead of the page')).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Save creator' })).toHaveCount(0);
  });
}

const hostileName = `<img src=x onerror="window.pwned=1">‮evil<script>window.pwned=1</script>"'\``;
const escaped = hostileName.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Sees scripts that ran, dialogs that opened and errors of the policy. */
function watchFor(page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) seen.push(message.text());
  });
  return seen;
}

test('hostile text stays text in the card, the popup and the notebook', async ({ deckhand, worker }) => {
  deckhand.pages.put(
    samplePages.instagram.url,
    changedSample('instagram', {
      '"full_name":"Mira Holm"': `"full_name":${JSON.stringify(hostileName).replace(/</g, '\\u003c')}`,
      '<b>Mira Holm</b>': `<b>${escaped}</b>`,
      'Slow stoneware from a fjord.': 'javascript:window.pwned=1 {{7*7}} =cmd|calc',
    }),
  );
  const page = await deckhand.context.newPage();
  const seen = watchFor(page);
  await page.goto(samplePages.instagram.url);
  await clickOverlay(page);
  const card = await cardIn(page);
  await expect(card.locator('body')).toContainText('<img src=x onerror=');
  expect(await card.locator('img[src="x"], script:not([src])').count()).toBe(0);
  expect(await card.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();

  const { creators } = await readCaptured(worker);
  expect(String(creators[0]?.displayName)).toContain('<img src=x onerror="window.pwned=1">');

  const popup = await openExtensionPage(deckhand, 'popup.html');
  seen.push(...watchFor(popup));
  await expect(popup.getByText('Already in your creator list')).toBeVisible();
  await expect(popup.locator('body')).toContainText('<img src=x onerror=');
  expect(await popup.locator('img[src="x"], script:not([src])').count()).toBe(0);
  expect(await popup.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
  expect(seen).toEqual([]);
});

test('a bio of a megabyte does not get in, and the rest does', async ({ deckhand, worker }) => {
  const bio = 'x'.repeat(1_000_000);
  deckhand.pages.put(
    samplePages.instagram.url,
    changedSample('instagram', { 'Slow stoneware from a fjord.': bio }),
  );
  const page = await openSample(deckhand, 'instagram');
  await clickOverlay(page);
  const card = await cardIn(page);
  await expect(card.getByText('Could not be read here')).toBeVisible();
  const { accounts } = await readCaptured(worker);
  expect(accounts).toMatchObject([{ handle: 'mira.holm.ceramics', facts: { followers: { value: 48_213 } } }]);
  expect(JSON.stringify(accounts).length).toBeLessThan(10_000);
});

test('after a move inside the page, the old person is never saved under the new address', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  // the address moves, the data and the drawing do not follow
  await page.evaluate(() => history.pushState({}, '', '/someone.else.entirely/'));
  await page.waitForTimeout(1_500);
  await clickOverlay(page);
  await page.waitForTimeout(4_000);
  const { accounts } = await readCaptured(worker);
  const wrong = accounts.filter(
    ({ handle, facts }) => handle === 'someone.else.entirely' && JSON.stringify(facts).includes('Mira Holm'),
  );
  expect(wrong).toEqual([]);
  expect(accounts.filter(({ handle }) => handle === 'mira.holm.ceramics')).toEqual([]);
});

test('the button follows a move inside the page to another profile and goes where there is none', async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await page.evaluate(() => history.pushState({}, '', '/explore/'));
  await expect.poll(async () => buttonsInClosedRoots(page)).toEqual([]);
  await page.evaluate(() => history.pushState({}, '', '/mira.holm.ceramics/'));
  await clickOverlay(page);
  await cardIn(page);
  expect((await readCaptured(worker)).accounts).toMatchObject([{ handle: 'mira.holm.ceramics' }]);
});
