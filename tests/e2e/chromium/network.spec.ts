import { expect } from '@playwright/test';
import { cardIn, closeCard } from '../../support/card.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { clickOverlay } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { profileNames } from '../../support/sample-facts.ts';
import { samplePages } from '../../support/sample-pages.ts';

test("a day of work makes no request to anybody: counted are all of them, the worker's too", async ({
  deckhand,
  worker,
}) => {
  await worker.evaluate(() => 0);
  for (const name of profileNames) {
    const page = await openSample(deckhand, name);
    await clickOverlay(page);
    const card = await cardIn(page);
    await card.getByLabel('Notes').fill(`seen on ${name}`);
    await card.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(card.getByText('Saved', { exact: true })).toBeVisible();
  }
  for (const path of [
    'popup.html',
    'dashboard.html',
    'dashboard.html#/welcome',
    'dashboard.html#/settings',
  ]) {
    const page = await openExtensionPage(deckhand, path);
    await page.locator('button').first().waitFor();
    await page.waitForTimeout(500);
  }
  // the five pages that this test opened, and not one request beside them
  expect(deckhand.pages.served.toSorted()).toEqual(profileNames.map((name) => samplePages[name].url).sort());
  expect(deckhand.pages.refused).toEqual([]);
});

test('the counter sees requests of pages, of extension pages and of workers', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'shopify');
  expect(deckhand.pages.refused.map(({ url }) => url)).toContain(
    'https://nordlys-candles.example/cdn/shop/t/4/assets/base.css',
  );
  await page.evaluate(() => fetch('https://www.instagram.com/graphql').catch(() => {}));
  expect(deckhand.pages.refused.map(({ url }) => url)).toContain('https://www.instagram.com/graphql');
  const reach = () =>
    fetch('https://www.instagram.com/from-inside').then(
      () => 'reached',
      () => 'refused',
    );
  // the worker may ask for what it refreshes (`refresh.spec.ts`): whatever it asks for is counted
  expect(await worker.evaluate(reach)).toBe('refused');
  expect(deckhand.pages.refused.at(-1)?.url).toBe('https://www.instagram.com/from-inside');
  // pages of the extension are forbidden by their own policy what the counter would see
  const refused = deckhand.pages.refused.length;
  for (const path of ['dashboard.html', 'popup.html', 'sidepanel.html', 'frame.html', 'offscreen.html']) {
    const page = await openExtensionPage(deckhand, path);
    expect(await page.evaluate(reach), path).toBe('refused');
  }
  expect(deckhand.pages.refused).toHaveLength(refused);
});

test('the send button and the follow button of the site are never pressed', async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const page = await openSample(deckhand, 'instagram');
  await page.evaluate(() => {
    const pressed: string[] = [];
    Object.assign(window, { pressed });
    for (const type of ['click', 'submit', 'change', 'input'])
      document.addEventListener(
        type,
        (event) => pressed.push(`${type} ${(event.target as Element).tagName}`),
        true,
      );
  });
  await clickOverlay(page);
  await closeCard(page);
  // the one click is our own, on our host
  const pressed = await page.evaluate(() => (window as unknown as { pressed: string[] }).pressed);
  expect(pressed.filter((entry) => entry !== 'click SPAN')).toEqual([]);
});
