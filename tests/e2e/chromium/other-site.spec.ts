import { expect } from '@playwright/test';
import { cardIn } from '../../support/card.ts';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { bareHost, clickOverlay, overlayButton } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { readCaptured, readStores } from '../../support/notebook.ts';

// The builds for these tests have one site that the registry does not know, as if the person had said "always here".
test('a site that the person added has the button too, and the page itself says whose it is', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'linkInBio');
  await clickOverlay(page);
  await cardIn(page);
  const { creators, accounts, contacts } = await readCaptured(worker);
  expect(creators).toMatchObject([{ displayName: 'Lin Åberg' }]);
  expect(accounts).toMatchObject([
    { platform: 'web', handle: 'lin-ceramics.example', url: 'https://lin-ceramics.example/' },
  ]);
  expect(contacts.map(({ value }) => value)).toContain('hello@lin-ceramics.example');
  await page.reload();
  await overlayButton(page, ({ name }) => name.startsWith('Already'));
});

test('the switch in the popup takes the buttons off this one site and brings them back', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'linkInBio');
  const other = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await overlayButton(other);
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const here = popup.getByRole('checkbox', { name: 'Deckhand’s buttons on lin-ceramics.example' });
  await expect(here).toBeChecked();
  await here.click();
  await expect(page.locator(bareHost)).toHaveCount(0);
  await expect(other.locator(bareHost)).not.toHaveCount(0);
  await page.reload();
  await page.waitForTimeout(500);
  await expect(page.locator(bareHost)).toHaveCount(0);
  expect((await readStores(worker)).settings).toMatchObject([{ sitesOff: ['lin-ceramics.example'] }]);
  await here.click();
  await overlayButton(page);
});

test('a site without permission is read once, when the toolbar button is pressed, and gets no button', async ({
  deckhand,
}) => {
  const page = await openSample(deckhand, 'shopify');
  await page.waitForTimeout(500);
  await expect(page.locator(bareHost)).toHaveCount(0);
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await expect(popup.getByText('Beeswax Pillar Candle').first()).toBeVisible();
  const here = popup.getByRole('checkbox', { name: /buttons on nordlys-candles\.example/ });
  await expect(here).not.toBeChecked();
  await expect(popup.getByText('Your browser will ask you for access to this site.')).toBeVisible();
  await expect(page.locator(bareHost)).toHaveCount(0);
});
