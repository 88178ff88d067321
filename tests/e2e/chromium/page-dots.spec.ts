import { expect, type Page } from '@playwright/test';
import { cardIn } from '../../support/card.ts';
import { clickOverlay, overlayButton } from '../../support/closed-roots.ts';
import { openAddress, openSample, test } from '../../support/e2e.ts';
import { readCaptured } from '../../support/notebook.ts';
import { dotsOnButtons, expectDots, tagInPopup, whatIsSeenOf } from '../../support/page-dots.ts';

const bell = 'https://www.amazon.com/dp/B0BRASSB3L';
const lamp = 'https://www.amazon.com/dp/B0STABLEL4';
const productHtml = '<html lang="en"><title>Brass bell</title><main><h1>Brass bell</h1><p>$12.00</p></main>';

/** A product of a site that nobody knows, as shops describe it for search engines. */
const bowl = 'https://lin-ceramics.example/products/bowl';
const bowlHtml = `<html lang="en"><title>Blue bowl</title>
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Blue bowl',
  url: bowl,
  offers: { '@type': 'Offer', price: '12.00', priceCurrency: 'EUR' },
})}</script>
<main><h1>Blue bowl</h1><p>€ 12.00</p></main>`;

const move = (page: Page, address: string) => page.evaluate((to) => history.pushState({}, '', to), address);

test('a tagged creator’s profile shows the dots on its button: at once, after reload and after a move', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await expectDots(page, ['']);
  const seen = await whatIsSeenOf(page);
  expect(seen.hosts).toHaveLength(1);

  const tagged = await tagInPopup(deckhand, page, ['praise', 'complaint']);
  expect(tagged.kind).toBe('creator');
  await expectDots(page, ['green red · Tagged']);
  expect(await whatIsSeenOf(page)).toEqual(seen);

  await page.reload();
  await expectDots(page, ['green red · Tagged']);
  await overlayButton(page);
  expect(await whatIsSeenOf(page)).toEqual(seen);

  // somebody else's profile inside the same page, and back
  await move(page, '/someone.else.entirely/');
  await expectDots(page, ['']);
  await move(page, '/mira.holm.ceramics/');
  await expectDots(page, ['green red · Tagged']);

  // the button does what it does, and keeps them
  await clickOverlay(page);
  await cardIn(page);
  expect((await readCaptured(worker)).accounts).toMatchObject([{ handle: 'mira.holm.ceramics' }]);
  await expect.poll(async () => (await dotsOnButtons(page))[0]).toBe('green red · Tagged');

  await tagged.undo();
  await expect.poll(async () => (await dotsOnButtons(page))[0]).toBe('');
});

test('a tagged product’s page shows the dots on its button; the page sees no difference', async ({
  deckhand,
}) => {
  deckhand.pages.put(bell, productHtml).put(lamp, productHtml);
  const page = await openAddress(deckhand, bell);
  await overlayButton(page);
  await expectDots(page, ['']);
  const seen = await whatIsSeenOf(page);
  expect(seen.hosts).toHaveLength(1);

  const tagged = await tagInPopup(deckhand, page, ['stock']);
  expect(tagged).toMatchObject({ kind: 'product', keys: ['amazon:product:#B0BRASSB3L'] });
  await expect.poll(async () => (await dotsOnButtons(page))[0]).toMatch(/ · Tagged$/);
  const [dots = ''] = await dotsOnButtons(page);
  expect(await whatIsSeenOf(page)).toEqual(seen);

  await page.reload();
  await expectDots(page, [dots]);
  await overlayButton(page);
  expect(await whatIsSeenOf(page)).toEqual(seen);

  await move(page, lamp);
  await expectDots(page, ['']);
  await move(page, bell);
  await expectDots(page, [dots]);

  await tagged.undo();
  await expectDots(page, ['']);
});

test('so does the page of a shop that nobody knows, and one of its other pages by its address', async ({
  deckhand,
}) => {
  const list = 'https://lin-ceramics.example/collections/bowls?sort=new';
  deckhand.pages
    .put(bowl, bowlHtml)
    .put(list, bowlHtml.replaceAll('Product', 'Thing').replace('<p>', '<p class="add-to-cart">'));
  const page = await openAddress(deckhand, bowl);
  await overlayButton(page);
  const tagged = await tagInPopup(deckhand, page, ['idea']);
  expect(tagged.kind).toBe('product');
  await expect.poll(async () => (await dotsOnButtons(page))[0]).toMatch(/ · Tagged$/);
  await page.reload();
  await expect.poll(async () => (await dotsOnButtons(page))[0]).toMatch(/ · Tagged$/);
  await tagged.undo();
  await expectDots(page, ['']);

  await page.goto(list);
  await overlayButton(page);
  expect(await tagInPopup(deckhand, page, ['idea'])).toMatchObject({ kind: 'page' });
  await expect.poll(async () => (await dotsOnButtons(page))[0]).toMatch(/ · Tagged$/);
});
