import type { Page } from '@playwright/test';
import { openExtensionPage, pressToolbarButton } from './chromium.ts';
import { eventually } from './closed-roots.ts';
import type { Job, Tools } from './demo-job.ts';
import { pressUnderneath } from './living-pages.ts';
import { moveClock } from './moved-clock.ts';
import { readStores } from './notebook.ts';

/* An invented shop of bowls that changes overnight, at a host that the demo has access to. */

const url = 'https://lin-ceramics.example/collections/bowls';

interface Bowl {
  name: string;
  price: string;
  was?: string;
  colour: string;
}

const before: Bowl[] = [
  { name: 'Harbour bowl', price: '48.00', colour: '#4f6d7a' },
  { name: 'Moss bowl', price: '42.00', colour: '#6a7b52' },
  { name: 'Salt dish', price: '18.00', colour: '#d8d2c4' },
  { name: 'Ember plate', price: '36.00', colour: '#b5573c' },
  { name: 'Winter cup', price: '24.00', colour: '#9db4c0' },
  { name: 'Ink jug', price: '64.00', colour: '#2f3e55' },
];

const after: Bowl[] = [
  { name: 'Apricot bowl', price: '52.00', colour: '#e0a268' },
  ...before.flatMap((bowl): Bowl[] => {
    if (bowl.name === 'Ember plate') return [];
    return bowl.name === 'Harbour bowl' ? [{ ...bowl, price: '38.00', was: '48.00' }] : [bowl];
  }),
];

function drawn(bowls: readonly Bowl[], news: string): string {
  const cards = bowls.map(({ name, price, was, colour }) => {
    const path = name.toLowerCase().replace(/ /g, '-');
    const amount = (text: string, kind: string, tag = 'span') =>
      `<${tag} class="price-item price-item--${kind}">$${text} USD</${tag}>`;
    const prices = `<div class="price__regular">${amount(was ?? price, 'regular')}</div><div class="price__sale">${was ? amount(was, 'regular', 's') : ''} ${amount(price, 'sale')}</div>`;
    return `<li class="grid__item"><div class="card-wrapper"><div class="card__media" style="background:${colour}"></div><h3 class="card__heading"><a href="/products/${path}">${name}</a></h3><div class="price${was ? ' price--on-sale' : ''}">${prices}</div></div></li>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bowls – Lin Ceramics</title>
<script>var Shopify = Shopify || {}; Shopify.shop = "lin-ceramics.myshopify.com"; Shopify.currency = {"active":"USD","rate":"1.0"};</script>
<style>body{margin:0;font:16px/1.5 Georgia,serif;color:#222;background:#faf8f4}.announcement-bar{background:#2f3e55;color:#fff;text-align:center;padding:8px}main{max-width:960px;margin:0 auto;padding:24px}.grid{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;list-style:none;padding:0}.card__media{height:180px;border-radius:50% 50% 12px 12px}h3{margin:12px 0 4px}a{color:inherit;text-decoration:none}s{color:#777}.price__sale,.price--on-sale .price__regular{display:none}.price--on-sale .price__sale{display:block}.price-item--sale{color:#b3261e}</style></head>
<body><div class="announcement-bar"><p>${news}</p></div><main id="main"><h1>Bowls</h1><ul class="grid">${cards.join('')}</ul></main></body></html>`;
}

const day = 86_400_000;

/** The popup over the shop's page, once it has read it. The button press gives access to the page, as a person's does. */
async function popupOver({ browsing }: Tools, page: Page): Promise<Page> {
  await pressToolbarButton(browsing, page);
  return openExtensionPage(browsing, 'popup.html');
}

/** Takes a snapshot with its picture. */
async function takeIn(tools: Tools, page: Page, pictures: number): Promise<void> {
  const popup = await popupOver(tools, page);
  await pressUnderneath(popup.getByRole('button', { name: 'Take a snapshot' }), page);
  await eventually('picture of the shop', async () => {
    const { snapshots = [] } = await readStores(tools.worker);
    const kept = snapshots.filter(
      ({ layers }) => (layers as { picture: { state: string } }).picture.state === 'kept',
    );
    return kept.length === pictures;
  });
  await popup.close();
}

export const watchedShop: Job = {
  name: 'a competitor’s shop changes overnight: seen on the next visit, noted, in the week’s report',
  async run(tools) {
    const { browsing, worker } = tools;
    await moveClock(worker, -day);
    browsing.pages.put(url, drawn(before, 'Free delivery from 60 dollars'));
    const page = await browsing.context.newPage();
    await page.goto(url);
    const first = await popupOver(tools, page);
    await first.getByRole('button', { name: 'Watch this page' }).click();
    await first.getByText('On your watchlist ·').waitFor();
    await first.close();
    await takeIn(tools, page, 1);

    await moveClock(worker, 0);
    browsing.pages.put(url, drawn(after, 'Winter sale: the harbour set for less'));
    await page.goto(url);
    const found = async () => (await readStores(worker)).changes?.length;
    await eventually('changes found on the visit', async () => ((await found()) ?? 0) >= 4);
    await takeIn(tools, page, 2);
    const popup = await popupOver(tools, page);
    await popup.getByRole('button', { name: /changes.* at / }).waitFor();
    // only now: the size is the window's, and pictures of the shop are taken of what the window shows
    await popup.setViewportSize({ width: 560, height: 600 });
    await tools.picture(popup, 'popup-competitor');
    await popup.close();

    const inside = await openExtensionPage(browsing, 'dashboard.html#/watch');
    const row = inside.locator('.watch-change').filter({ hasText: 'costs less' }).first();
    await row.getByText('Add a note').click();
    await row.getByLabel('What changed?').fill('The harbour bowl is cheaper, and the bar on top says why.');
    await row.getByLabel('What is good about it?').fill('One bowl, one reason. Nothing else is on sale.');
    await row.getByLabel('What can we borrow?').fill('Name the reason beside the price.');
    await row.getByRole('button', { name: 'Save' }).click();
    const noted = async () => (await readStores(worker)).changes?.some(({ note }) => note);
    await eventually('note', noted);
    await tools.picture(inside, 'what-changed');
    await inside
      .getByRole('link', { name: /^Open this look/ })
      .first()
      .click();
    await inside.getByRole('heading', { name: /^The look of/ }).waitFor();
    await eventually(
      'both pictures',
      async () => (await inside.locator('section[aria-labelledby="watch-look"] img').count()) >= 2,
    );
    await inside.waitForTimeout(800);
    await tools.picture(inside, 'competitor');
    await inside.goto(inside.url().replace(/#.*$/, '#/watch/report'));
    await inside.getByText('Name the reason beside the price.').first().waitFor();
    await tools.picture(inside, 'week-report');
    await inside.close();
    await page.close();
  },
};
