import { yuan } from './chinese-shop.ts';
import { fold } from './fields.ts';
import type { Page } from './opened-page.ts';
import type { ShownProduct } from './shown-product.ts';
import { asText, at, isData, jsonAt } from './state.ts';

/**
 * The product of Dewu's share pages: the visible price is drawn with a private font and is no text, the data beside it hold the amount. Only
 * where they speak of the product that the address names.
 */
export function shownOnDewu(page: Page): ShownProduct | undefined {
  const wanted = page.url.searchParams.get('spuId');
  if (!wanted || !/(?:^|\.)(?:dewu|poizon)\.(?:com|cn)$/.test(page.url.hostname)) return undefined;
  for (const script of page.document.querySelectorAll('script:not([src])')) {
    const source = script.textContent ?? '';
    const start = source.indexOf('"detail":{"spuId"');
    if (start < 0 || source.length > 10_000_000) continue;
    const detail = jsonAt(source, start + '"detail":'.length);
    if (!isData(detail) || asText(detail.spuId) !== wanted) continue;
    const amount = asText(at(detail, 'authPrice')) ?? String(detail.authPrice ?? '');
    const price = yuan(amount);
    return {
      source: 'state',
      id: wanted,
      sku: wanted,
      title: asText(detail.title),
      imageUrl: asText(detail.logoUrl),
      ...(price ? { price: { low: price.low, raw: amount } } : {}),
    };
  }
  return undefined;
}

/** Who sells on Mercado Libre's product pages; all else stands in their structured data. */
export function shownOnMercadoLibre(page: Page): ShownProduct | undefined {
  if (!/(?:^|\.)mercadoli[bv]re\.(?:com(?:\.[a-z]{2})?|cl|cr|ec)$/.test(page.url.hostname)) return undefined;
  const seller = fold(page.document.querySelector('.ui-seller-data-header__title')?.textContent ?? '');
  const isProduct = page.document.querySelector('h1.ui-pdp-title') !== null;
  return isProduct && seller && seller.length <= 120 ? { source: 'dom', seller } : undefined;
}
