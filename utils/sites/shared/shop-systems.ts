import type { Money } from '../../domain/page-reading.ts';
import { fold } from './fields.ts';
import { compareAmounts } from './money.ts';
import type { Page } from './opened-page.ts';
import { shownOnDewu, shownOnMercadoLibre } from './share-page.ts';
import { isStruck, priceText, readPriceText, shownPrice } from './shown-price.ts';
import type { ShownProduct } from './shown-product.ts';

/** Rounds a decimal string half up to cents: Magento writes 71.910401 where it shows 71,91. */
function toCents(amount: string): string {
  const [whole = '0', decimals = ''] = amount.split('.');
  const cents =
    BigInt(whole + decimals.slice(0, 2).padEnd(2, '0')) + (Number(decimals[2] ?? 0) >= 5 ? 1n : 0n);
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A Magento 2 price element: its text, or where a script fills that in later the amount in its attribute. */
function magentoPrice(element: Element | null, currency: string | undefined, language: string | undefined) {
  if (!element) return undefined;
  const raw = priceText(element, true);
  const shown = readPriceText(raw, { currency, language });
  if (shown && !shown.high) return { low: shown.low, raw };
  const amount = element.getAttribute('data-price-amount')?.trim() ?? '';
  if (raw !== '' || !currency || !/^\d{1,12}(?:\.\d{1,8})?$/.test(amount)) return undefined;
  const low: Money = { amount: toCents(amount), currency };
  return { low, raw: amount };
}

/** Magento 2: the add-to-cart form names the product, the price elements carry its number. */
function magento(page: Page, currency: string | undefined): ShownProduct | undefined {
  const { document, language } = page;
  const id = document
    .querySelector('#product_addtocart_form input[name="product"]')
    ?.getAttribute('value')
    ?.trim();
  if (!id || !/^\d+$/.test(id)) return undefined;
  const price = magentoPrice(document.getElementById(`product-price-${id}`), currency, language);
  const old = magentoPrice(document.getElementById(`old-price-${id}`), currency, language);
  const stock = document.querySelector('.product-info-stock-sku .stock, .product-info-main .stock');
  const state = ` ${stock?.getAttribute('class') ?? ''} `;
  const title = document.querySelector('h1.page-title, h1 [data-ui-id="page-title-wrapper"]')?.textContent;
  return {
    source: 'dom',
    id,
    ...(title && fold(title) ? { title: fold(title) } : {}),
    ...(price ? { price } : {}),
    ...(old && price && compareAmounts(old.low.amount, price.low.amount) > 0
      ? { listPrice: { value: old.low, raw: old.raw } }
      : {}),
    ...(/\sunavailable\s/.test(state)
      ? { availability: 'out-of-stock' as const }
      : /\savailable\s/.test(state)
        ? { availability: 'in-stock' as const }
        : {}),
  };
}

/** PrestaShop 1.7 and later: `body#product`, one block of prices beside the add-to-cart form. */
function prestashop(page: Page, currency: string | undefined): ShownProduct | undefined {
  const { document, language } = page;
  if (!document.querySelector('body#product')) return undefined;
  const block = document.querySelector('.product-prices');
  const element = block?.querySelector('.current-price');
  const hints = { currency, language };
  const first = element?.querySelector('[itemprop="price"], .current-price-value, .price') ?? element;
  const raw = first ? priceText(first) : '';
  const price = first ? shownPrice(first, hints) : null;
  const regular = block?.querySelector('.regular-price');
  const old = regular ? readPriceText(priceText(regular, true), hints) : null;
  const id = document
    .querySelector('#add-to-cart-or-refresh input[name="id_product"]')
    ?.getAttribute('value');
  return {
    source: 'dom',
    ...(id ? { id } : {}),
    ...(price ? { price: { ...price, raw } } : {}),
    ...(old && !old.high
      ? { listPrice: { value: old.low, raw: priceText(regular ?? document.body, true) } }
      : {}),
  };
}

/** OpenCart: the cart button and a product number; the price stands alone in its element, tax and points beside it. */
function opencart(page: Page, currency: string | undefined): ShownProduct | undefined {
  const { document, language } = page;
  const id = document.querySelector('input[name="product_id"]')?.getAttribute('value')?.trim();
  if (!id || !document.querySelector('#button-cart')) return undefined;
  const [heading] = page.headings;
  const hints = { currency, language };
  const inCard = '.product-thumb, .product-layout, .product-grid, [class*="carousel"], [class*="related"]';
  const pick = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => !element.closest(inCard));
  const [asked] = [
    pick('.price-new-live, .price-new'),
    pick('.price-old-live, .price-normal'),
    pick('#content ul.list-unstyled > li > h2'),
  ].filter((found) => found.length > 0);
  const element = asked?.length === 1 ? asked[0] : undefined;
  const raw = element ? priceText(element, true) : '';
  const price = element ? readPriceText(raw, hints) : null;
  const [before] = pick('.price-new-live, .price-new').length > 0 ? pick('.price-old-live, .price-old') : [];
  const struck = before ?? pick('#content ul.list-unstyled > li > span').find((span) => lineThrough(span));
  const old = struck ? readPriceText(priceText(struck, true), hints) : null;
  return {
    source: 'dom',
    id,
    ...opencartMaker(document),
    ...(heading && page.headings.length === 1 ? { title: heading } : {}),
    ...(price ? { price: { ...price, raw } } : {}),
    ...(old && !old.high && struck ? { listPrice: { value: old.low, raw: priceText(struck, true) } } : {}),
  };
}

/** OpenCart lists the maker, linked by its route, and below it the product's code: "Label: 0638". */
function opencartMaker(document: Document): { brand?: string; sku?: string } {
  const link = document.querySelector('#content li a[href*="product/manufacturer"]');
  const brand = fold(link?.textContent ?? '');
  if (!link || !brand || brand.length > 120) return {};
  const below = fold(link.closest('li')?.nextElementSibling?.textContent ?? '');
  const code = /^[^:：]{2,30}[:：]\s*([\w./-]{2,40})$/.exec(below)?.[1];
  return { brand, ...(code && /\d/.test(code) ? { sku: code } : {}) };
}

function lineThrough(element: Element): boolean {
  return isStruck(element) || /line-through/i.test(element.getAttribute('style') ?? '');
}

/** What the page shows of its product where it runs on a shop system with elements of its own that are not a family of records.md. */
export function shownBySystem(page: Page, currency: string | undefined): ShownProduct | undefined {
  return (
    magento(page, currency) ??
    prestashop(page, currency) ??
    opencart(page, currency) ??
    shownOnDewu(page) ??
    shownOnMercadoLibre(page)
  );
}
