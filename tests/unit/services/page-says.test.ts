// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { pageSays } from '../../../utils/services/snapshots/page-says.ts';
import { browser } from '../../support/fake-imports.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.head.replaceChildren();
  document.body.removeAttribute('class');
  document.body.replaceChildren();
});

/** Has the page carry out what the background puts into it. */
function answeringPage() {
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (order: unknown) => [
    { result: (order as { func(): unknown }).func() },
  ]);
}

async function shows(html: string, bodyClass = ''): Promise<boolean> {
  document.body.className = bodyClass;
  document.body.innerHTML = html;
  return (await pageSays(7)).shop;
}

test('a page shows itself as a shop’s', async () => {
  answeringPage();
  expect(await shows('<div itemscope itemtype="https://schema.org/Product">Lamp</div>')).toBe(true);
  expect(await shows('<meta property="og:type" content="product.group">')).toBe(true);
  expect(await shows('<meta property="product:price:amount" content="9">')).toBe(true);
  expect(await shows('<script>var Shopify = {}; Shopify.shop = "lamps.myshopify.com";</script>')).toBe(true);
  expect(await shows('<form action="/cart/add" method="post"></form>')).toBe(true);
  expect(await shows('<script type="application/ld+json">[{"@type": "ProductGroup"}]</script>')).toBe(true);
  expect(await shows('', 'archive woocommerce woocommerce-page')).toBe(true);
  expect(await shows('', 'page-layout catalog-category-view')).toBe(true);
});

test('a diary, a newspaper and a page that cannot be asked do not', async () => {
  answeringPage();
  expect(
    await shows('<h1>Our products</h1><script type="application/ld+json">{"@type":"Article"}</script>'),
  ).toBe(false);
  expect(
    await shows('<script>window.type = "Product"</script><meta property="og:type" content="article">'),
  ).toBe(false);
  expect(await pageSays(undefined)).toEqual({ shop: false, stated: undefined });
  vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access contents'));
  expect(await pageSays(7)).toEqual({ shop: false, stated: undefined });
});

test('it names its own address, the canonical one first', async () => {
  answeringPage();
  const stated = async (html: string) => {
    document.body.innerHTML = html;
    return (await pageSays(7)).stated;
  };
  const shared = '<meta property="og:url" content="https://lamps.example/shared">';
  expect(await stated(shared)).toBe('https://lamps.example/shared');
  expect(await stated(`${shared}<link rel="canonical" href="/lamp">`)).toBe('/lamp');
  expect(await stated(`<link rel="canonical" href="/${'a'.repeat(8_000)}">`)).toBeUndefined();
});
