import { browser } from '#imports';

/** What a page of a site that nobody knows says of itself. */
export interface PageSays {
  /** it shows itself as a shop's */
  shop: boolean;
  /** the address that it gives itself, as it wrote it: a shop shows one product under many */
  stated: string | undefined;
}

const longestAddress = 8_000;

/**
 * Runs in the page's isolated world, so it says everything itself: what Shopify, WooCommerce, Magento and shops with product data of
 * schema.org or OpenGraph put into their pages.
 */
function saysHere(): { shop: boolean; stated: string | null } {
  const signs = [
    '[itemtype$="/Product"], meta[content^="product"], meta[property^="product:"]',
    'meta[name^="shopify-"], .woocommerce, .woocommerce-page, body[class*="catalog-"], body#product, body#category',
    'form[action*="/cart"], a[href$="/cart"], a[href*="/checkout/cart"], [class*="add-to-cart"], [id*="add-to-cart"], #button-cart, script[type="text/x-magento-init"]',
  ].join();
  const isData = (text: string) =>
    /^\s*[[{]/.test(text) && text.includes('"@type"') && text.includes('"Product');
  return {
    shop:
      document.querySelector(signs) !== null ||
      [...document.scripts].some(({ text }) => text.includes('Shopify.shop') || isData(text)),
    stated:
      document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
      document.querySelector('meta[property="og:url"]')?.getAttribute('content') ??
      null,
  };
}

/**
 * Asks a page what it is. Reading it would tell more, and would put the reader into every page of every site that the person added; in the
 * script on every page it would be carried everywhere.
 */
export async function pageSays(tabId: number | undefined): Promise<PageSays> {
  const answers =
    tabId === undefined
      ? []
      : await browser.scripting.executeScript({ target: { tabId }, func: saysHere }).catch(() => []);
  const said: Partial<Record<keyof PageSays, unknown>> = answers[0]?.result ?? {};
  const { stated } = said;
  return {
    shop: said.shop === true,
    stated: typeof stated === 'string' && stated.length <= longestAddress ? stated : undefined,
  };
}
