import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { productReadingSchema } from '../../utils/domain/page-reading.ts';
import {
  readShopifyList,
  shopifyCurrency,
  shopifyListAddress,
} from '../../utils/sites/fetched/shopify-list.ts';
import { readWooList, wooListAddress } from '../../utils/sites/fetched/woo-list.ts';

/*
 * The public product data of shop systems. The shops are invented; names and shapes of the fields are those of Shopify's `/products.json` and of
 * WooCommerce's Store API.
 */

const nordlys = 'https://nordlys.example/collections/candles';

const variant = (price: string, more: object = {}) => ({
  id: 1,
  price,
  compare_at_price: null,
  available: true,
  ...more,
});

/** One product of a Shopify list, read. */
function shopifyProduct(product: object, currency = 'EUR') {
  const part = readShopifyList(JSON.stringify({ products: [product] }), nordlys, currency);
  const [only] = part?.products ?? [];
  if (only) expect(z.safeParse(productReadingSchema, only).success).toBe(true);
  return only;
}

describe('Shopify', () => {
  test('a product with its reduced price', () => {
    expect(
      shopifyProduct({
        id: 7012,
        title: 'Fjord &amp; Fog Candle',
        handle: 'fjord-fog',
        vendor: 'Nordlys',
        images: [{ src: 'https://cdn.nordlys.example/fjord.jpg?v=2' }],
        variants: [variant('18.00', { compare_at_price: '24.00' })],
      }),
    ).toEqual({
      id: { value: '7012', source: 'state' },
      title: { value: 'Fjord & Fog Candle', source: 'state' },
      brand: { value: 'Nordlys', source: 'state' },
      price: { value: { amount: '18.00', currency: 'EUR' }, source: 'state' },
      listPrice: { value: { amount: '24.00', currency: 'EUR' }, source: 'state' },
      availability: { value: 'in-stock', source: 'state' },
      imageUrl: { value: 'https://cdn.nordlys.example/fjord.jpg?v=2', source: 'state' },
      url: { value: 'https://nordlys.example/products/fjord-fog', source: 'state' },
    });
  });

  test('variants of several prices: from the lowest to the highest', () => {
    const product = shopifyProduct({
      id: 1,
      title: 'Set',
      handle: 'set',
      variants: [variant('48.50'), variant('9.90', { available: false }), variant('120')],
    });
    expect(product?.price?.value).toEqual({ amount: '9.90', currency: 'EUR' });
    expect(product?.priceMax?.value).toEqual({ amount: '120.00', currency: 'EUR' });
    expect(product?.availability?.value).toBe('in-stock');
  });

  test('is sold out when no variant can be bought', () => {
    const sold = { id: 1, title: 'Set', handle: 'set', variants: [variant('9.90', { available: false })] };
    expect(shopifyProduct(sold)?.availability?.value).toBe('out-of-stock');
  });

  test('Chinese words and amounts without decimals', () => {
    const product = shopifyProduct(
      { id: 3, title: '桂花香薰蜡烛（礼盒装）', handle: '桂花香薰', variants: [variant('2400')] },
      'JPY',
    );
    expect(product?.title?.value).toBe('桂花香薰蜡烛（礼盒装）');
    expect(product?.price?.value).toEqual({ amount: '2400', currency: 'JPY' });
    expect(product?.url?.value).toBe(`https://nordlys.example/products/${encodeURIComponent('桂花香薰')}`);
  });

  test.each([
    ['free', [variant('0.00')]],
    ['one variant free', [variant('0.00'), variant('9.00')]],
    ['no amount', [variant('1,299.00')]],
    ['none', []],
  ])('claims no price: %s', (_why, variants) => {
    expect(shopifyProduct({ id: 1, title: 'Set', handle: 'set', variants })).not.toHaveProperty('price');
  });

  test('what is no such list', () => {
    for (const text of ['<html></html>', '[]', '{"errors":"Not Found"}', 'null', ''])
      expect(readShopifyList(text, nordlys, 'EUR')).toBeNull();
    expect(readShopifyList('{"products":[null,3,{"variants":"x"}]}', nordlys, 'EUR')?.products).toEqual([]);
  });

  test('the currency only where the shop and the visitor have the same', () => {
    expect(shopifyCurrency('{"currency":"EUR"}', '{"currency":"EUR","items":[]}')).toBe('EUR');
    expect(shopifyCurrency('{"currency":"EUR"}', '{"currency":"USD"}')).toBeUndefined();
    expect(shopifyCurrency('<html>', '<html>')).toBeUndefined();
  });

  test.each([
    [nordlys, 'https://nordlys.example/collections/candles/products.json?limit=250&page=2'],
    [`${nordlys}?page=2`, null],
    ['https://nordlys.example/', 'https://nordlys.example/products.json?limit=250&page=2'],
    ['https://nordlys.example/en-gb', 'https://nordlys.example/en-gb/products.json?limit=250&page=2'],
    [`${nordlys}?sort_by=price-ascending`, null],
    [`${nordlys}?filter.v.availability=1`, null],
    ['https://nordlys.example/products/fjord-fog', null],
    ['https://nordlys.example/search?q=fog', null],
  ])('the address of the list of %s', (page, address) => {
    expect(shopifyListAddress(page, 2)).toBe(address);
  });
});

const teahouse = 'https://teahouse.example/product-category/green/';

/** One product of a WooCommerce list, read. */
function wooProduct(product: object) {
  const part = readWooList(JSON.stringify([product]), teahouse);
  const [only] = part?.products ?? [];
  if (only) expect(z.safeParse(productReadingSchema, only).success).toBe(true);
  return only;
}

describe('WooCommerce', () => {
  test('a product: amounts are in the smallest unit', () => {
    expect(
      wooProduct({
        id: 34,
        name: 'Sencha &#8211; first flush',
        sku: 'SEN-1',
        permalink: 'https://teahouse.example/product/sencha/',
        prices: {
          price: '1450',
          regular_price: '1800',
          sale_price: '1450',
          price_range: null,
          currency_code: 'EUR',
          currency_minor_unit: 2,
        },
        average_rating: '4.50',
        review_count: 12,
        images: [{ src: 'https://teahouse.example/wp-content/sencha.jpg' }],
        is_in_stock: true,
        low_stock_remaining: 3,
      }),
    ).toEqual({
      id: { value: '34', source: 'state' },
      sku: { value: 'SEN-1', source: 'state' },
      title: { value: 'Sencha – first flush', source: 'state' },
      price: { value: { amount: '14.50', currency: 'EUR' }, source: 'state' },
      listPrice: { value: { amount: '18.00', currency: 'EUR' }, source: 'state' },
      availability: { value: 'in-stock', source: 'state' },
      stock: { value: 3, source: 'state' },
      rating: { value: 4.5, source: 'state' },
      reviewCount: { value: 12, source: 'state' },
      imageUrl: { value: 'https://teahouse.example/wp-content/sencha.jpg', source: 'state' },
      url: { value: 'https://teahouse.example/product/sencha/', source: 'state' },
    });
  });

  const prices = (more: object) => ({
    id: 1,
    name: '龙井',
    permalink: 'https://teahouse.example/product/longjing/',
    prices: { currency_code: 'JPY', currency_minor_unit: 0, ...more },
  });

  test('a range of prices, in yen', () => {
    const product = wooProduct(
      prices({ price: '980', price_range: { min_amount: '980', max_amount: '5400' } }),
    );
    expect(product?.price?.value).toEqual({ amount: '980', currency: 'JPY' });
    expect(product?.priceMax?.value).toEqual({ amount: '5400', currency: 'JPY' });
  });

  test.each([
    ['free', { price: '0' }],
    ['no unit', { price: '980', currency_minor_unit: undefined }],
    ['no currency', { price: '980', currency_code: '' }],
    ['a float', { price: '9.80' }],
  ])('claims no price: %s', (_why, more) => {
    expect(wooProduct(prices(more))).not.toHaveProperty('price');
  });

  test('nobody has rated it', () => {
    const product = wooProduct({ ...prices({ price: '980' }), average_rating: '0', review_count: 0 });
    expect(product).not.toHaveProperty('rating');
  });

  test('what is no such list', () => {
    for (const text of ['<html></html>', '{"code":"rest_no_route"}', 'null', ''])
      expect(readWooList(text, teahouse)).toBeNull();
  });

  test.each([
    [
      'https://teahouse.example/shop/',
      'https://teahouse.example/wp-json/wc/store/v1/products?per_page=100&page=1',
    ],
    [teahouse, 'https://teahouse.example/wp-json/wc/store/v1/products?per_page=100&page=1&category=green'],
    ['https://teahouse.example/shop/?orderby=price', null],
    ['https://teahouse.example/product/sencha/', null],
  ])('the address of the list of %s', (page, address) => {
    expect(wooListAddress(page, 1)).toBe(address);
  });
});
