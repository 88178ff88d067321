import { describe, expect, test } from 'vitest';
import { detectFamily } from '../../utils/sites/generic.ts';
import { parsePage } from '../support/parse-page.ts';
import { brassOffer, fixture, productPage, readHtml, values } from '../support/read-fixture.ts';

const money = (amount: string, currency: string) => ({ amount, currency });

const read = (node: object) => readHtml(productPage(node), 'https://bells.example/brass-bell');
const offer = brassOffer;

describe('Shopify', () => {
  const url = 'https://tidewater.example/collections/all/products/harbour-mug?_pos=1&utm_source=x';

  test('a product page: variants make a range, one in stock makes it available, the slogan headline is not its title', () => {
    const html = fixture('shopify/product.html');
    const reading = readHtml(html, url);
    expect(detectFamily(parsePage(html))).toBe('shopify');
    expect(reading.kind).toBe('product');
    expect(reading.url).toBe('https://tidewater.example/products/harbour-mug');
    expect(reading.id).toBe('tidewater.example/products/harbour-mug');
    expect(values(reading.product)).toEqual({
      id: '7001',
      sku: 'HM-1',
      title: 'Harbour Mug',
      brand: 'Tidewater',
      price: money('24.00', 'AUD'),
      priceMax: money('31.50', 'AUD'),
      listPrice: money('30.00', 'AUD'),
      availability: 'in-stock',
      imageUrl: 'https://tidewater.example/cdn/shop/files/harbour-mug.jpg?v=1&width=1920',
      url: 'https://tidewater.example/products/harbour-mug',
    });
    expect(reading.product?.price).toMatchObject({ source: 'state', raw: '2400' });
    expect(values(reading.shop)).toMatchObject({
      id: 'tidewater-pottery.myshopify.com',
      name: 'Tidewater Pottery',
    });
    expect(reading.problems).toEqual([]);
  });

  test('an address that names a variant is asked that variant’s price', () => {
    const { product } = readHtml(
      fixture('shopify/product.html'),
      'https://tidewater.example/products/harbour-mug?variant=101',
    );
    expect(values(product)).toMatchObject({ price: money('24.00', 'AUD'), availability: 'out-of-stock' });
    expect(product?.priceMax).toBeUndefined();
  });
});

describe('WooCommerce', () => {
  test('the price shown with tax is what is asked, not the net price of the structured data', () => {
    const html = fixture('woocommerce/product.html');
    const reading = readHtml(html, 'https://strickstube.example/produkt/wollschal-nordwind/');
    expect(detectFamily(parsePage(html))).toBe('woocommerce');
    expect(values(reading.product)).toEqual({
      id: '412',
      sku: 'WN-7',
      title: 'Wollschal Nordwind',
      price: money('1249.50', 'EUR'),
      listPrice: money('1499.40', 'EUR'),
      availability: 'preorder',
      rating: 4.5,
      reviewCount: 12,
      imageUrl: 'https://strickstube.example/wp-content/uploads/schal.jpg',
      seller: 'Strick&Stube',
      url: 'https://strickstube.example/produkt/wollschal-nordwind/',
    });
    expect(reading.product?.price?.source).toBe('dom');
  });
});

describe('schema.org and OpenGraph', () => {
  test('Magento: microdata on the body, price block with both prices, net price in the head, label before the brand', () => {
    const { product, problems } = readHtml(
      fixture('web/microdata-product.html'),
      'https://loja.example/lanterna-solar-vaga.html',
    );
    expect(values(product)).toEqual({
      id: '88',
      title: 'Lanterna Solar Vaga',
      price: money('50.00', 'EUR'),
      listPrice: money('62.50', 'EUR'),
      availability: 'in-stock',
      imageUrl: 'https://loja.example/media/lanterna.jpg',
      url: 'https://loja.example/lanterna-solar-vaga.html',
    });
    expect(problems).toEqual([]);
  });

  test.each([
    ['an amount said twice', '<div>109 €</div><div>109 €</div>', '109.00', undefined],
    ['an old price beside', '<s>120 €</s> <b>109 €</b>', '109.00', undefined],
    ['a range', '109 € – 120 €', '109.00', '120.00'],
    ['two amounts that are no range', '<b>109 €</b> <b>120 €</b>', undefined, undefined],
  ])('a microdata price on a whole block: %s', (_, block, low, high) => {
    const html = `<html lang="de"><body itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Messingglocke</h1>
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><div itemprop="price">${block}</div></div></body></html>`;
    const { product } = readHtml(html, 'https://glocken.example/messingglocke');
    expect(product?.title?.value).toBe('Messingglocke');
    expect(product?.price?.value.amount).toBe(low);
    expect(product?.priceMax?.value.amount).toBe(high);
  });

  test('sizes as products of their own: one in stock is enough, no common number, another product stays out', () => {
    const { product } = readHtml(
      fixture('web/sizes.html'),
      'https://fenwick.example/be/en/marsh-boots-p77.html?v1=5',
    );
    expect(values(product)).toMatchObject({
      title: 'Marsh Boots',
      price: money('69.95', 'EUR'),
      availability: 'in-stock',
    });
    expect(product?.imageUrl?.value).toBe('https://img.fenwick.example/77.jpg');
    expect(product?.sku).toBeUndefined();
    expect(product?.priceMax).toBeUndefined();
  });

  test('a group: the colour in the address decides, the headline is the title, the struck price beside is the list price', () => {
    const { product, problems } = readHtml(
      fixture('web/group.html'),
      'https://www.peakline.example/gb/t/ridge-runner-2/RR2-RED',
    );
    expect(values(product)).toMatchObject({
      title: 'Ridge Runner Trail 2',
      price: money('76.00', 'GBP'),
      listPrice: money('109.95', 'GBP'),
      brand: 'Peakline',
      imageUrl: 'https://img.peakline.example/red.png',
    });
    expect(product?.priceMax).toBeUndefined();
    expect(problems).toEqual([{ field: 'availability', reason: 'missing' }]);
  });

  test('a group without a colour in the address has the whole range', () => {
    const { product } = readHtml(fixture('web/group.html'), 'https://peakline.example/gb/t/ridge-runner-2');
    expect(values(product)).toMatchObject({ price: money('76.00', 'GBP'), priceMax: money('99.50', 'GBP') });
  });

  test.each([
    [
      'AggregateOffer',
      { '@type': 'AggregateOffer', lowPrice: '10', highPrice: '14.5', priceCurrency: 'EUR' },
      '10.00',
      '14.50',
    ],
    [
      'one price said twice',
      { '@type': 'AggregateOffer', lowPrice: 10, highPrice: 10, priceCurrency: 'eur' },
      '10.00',
      undefined,
    ],
    [
      'a specification',
      { '@type': 'Offer', priceSpecification: { price: '12,50', priceCurrency: 'EUR' } },
      '12.50',
      undefined,
    ],
    [
      'new beside used',
      [
        { ...offer, price: 9, itemCondition: 'https://schema.org/UsedCondition' },
        { ...offer, itemCondition: 'https://schema.org/NewCondition' },
      ],
      '12.50',
      undefined,
    ],
  ])('offers: %s', (_, offers, low, high) => {
    const { product } = read({ offers });
    expect(product?.price?.value).toEqual(money(low, 'EUR'));
    expect(product?.priceMax?.value.amount).toBe(high);
  });

  test.each([
    ['no currency anywhere', { ...offer, priceCurrency: undefined }, 'ambiguous'],
    ['an amount that can be read in two ways', { ...offer, price: '1.299' }, 'ambiguous'],
    ['two currencies and a page that has none', [offer, { ...offer, priceCurrency: 'USD' }], 'ambiguous'],
    ['zero, which is "ask us"', { ...offer, price: '0.00' }, 'missing'],
  ])('no price from %s', (_, offers, reason) => {
    const { product, problems } = read({ offers });
    expect(product?.title?.value).toBe('Brass Bell');
    expect(product?.price).toBeUndefined();
    expect(problems).toContainEqual({ field: 'price', reason });
  });

  test.each([
    ['https://schema.org/InStock', 'in-stock'],
    ['http://schema.org/OnlineOnly', 'in-stock'],
    ['LimitedAvailability', 'limited'],
    ['https://schema.org/SoldOut', 'out-of-stock'],
    ['PreOrder', 'preorder'],
    ['https://schema.org/BackOrder', 'preorder'],
    ['Discontinued', 'discontinued'],
    ['lieferbar', undefined],
  ])('availability %s is %s', (availability, expected) => {
    expect(read({ offers: { ...offer, availability } }).product?.availability?.value).toBe(expected);
  });

  test('a rating above its scale is left out, a scale of its own kept, "not rated yet" is no rating', () => {
    const rated = (aggregateRating: object) => values(read({ aggregateRating }).product);
    expect(rated({ ratingValue: 92, reviewCount: 3 }).rating).toBeUndefined();
    expect(rated({ ratingValue: 92, bestRating: 100, reviewCount: 3 })).toMatchObject({
      rating: 92,
      reviewCount: 3,
    });
    expect(rated({ ratingValue: '4,6', ratingCount: '1,204' })).toMatchObject({
      rating: 4.6,
      reviewCount: 1204,
    });
    expect(rated({ ratingValue: 0, reviewCount: 0 })).not.toHaveProperty('rating');
    expect(rated({ ratingValue: 0, reviewCount: 0 })).not.toHaveProperty('reviewCount');
  });

  test.each([['My Store'], ['2.6kg (Approx.)'], ['Brand: Vaga'], ['N/A']])('"%s" is no brand', (brand) => {
    expect(read({ brand }).product?.brand).toBeUndefined();
  });

  test('an old price of structured data', () => {
    const priceSpecification = [
      { price: 8, priceCurrency: 'EUR' },
      { price: 11, priceCurrency: 'EUR', priceType: 'https://schema.org/StrikethroughPrice' },
    ];
    expect(values(read({ offers: { priceSpecification } }).product)).toMatchObject({
      price: money('8.00', 'EUR'),
      listPrice: money('11.00', 'EUR'),
    });
  });
});
