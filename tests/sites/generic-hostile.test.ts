import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageReadingSchema } from '../../utils/domain/page-reading.ts';
import { read } from '../../utils/sites/generic.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';
import { fixture, readHtml, values } from '../support/read-fixture.ts';

const pages = ['shopify', 'woocommerce', 'web'].flatMap((folder) =>
  readdirSync(new URL(`../fixtures/sites/${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.html'))
    .map((name) => `${folder}/${name}`),
);

function complete(reading: ReturnType<typeof read>, url: string) {
  const { id, ...rest } = reading;
  return { platform: 'web', key: id ?? null, ...rest, url: reading.url ?? url };
}

describe('every page', () => {
  test.each(pages)('%s stays as it was, fits the schema and reads the same in another DOM', (path) => {
    const html = fixture(path);
    const url = 'https://anywhere.example/some/page?id=3';
    const document = parsePage(html);
    const before = document.documentElement.outerHTML;
    const reading = read(document, { kind: 'other', url }, new URL(url), {});
    expect(document.documentElement.outerHTML).toBe(before);
    expect(pageReadingSchema.safeParse(complete(reading, url)).error).toBeUndefined();
    expect(read(parsePageOtherwise(html), { kind: 'other', url }, new URL(url), {})).toEqual(reading);
  });

  test('hostile structured data: nothing runs, nothing leaks into other objects, only sure facts come out', () => {
    const { product } = readHtml(fixture('web/hostile.html'), 'https://bells.example/bell');
    expect(values(product)).toEqual({
      title: '<img src=x onerror=alert(1)>Bell',
      availability: 'in-stock',
      url: 'https://bells.example/bell',
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a name of a megabyte is not a name', () => {
    const name = 'b'.repeat(1_000_000);
    const html = `<html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'Product', name, url: 'https://bells.example/bell', offers: { price: 1, priceCurrency: 'EUR' } })}</script></head><body></body></html>`;
    const { product, problems } = readHtml(html, 'https://bells.example/bell');
    expect(product?.title).toBeUndefined();
    expect(product?.price?.value).toEqual({ amount: '1.00', currency: 'EUR' });
    expect(problems).toContainEqual({ field: 'title', reason: 'ambiguous' });
  });

  test('any JSON in the structured data is survived', () => {
    const names = [
      '@type',
      '@id',
      '@graph',
      'name',
      'url',
      'offers',
      'price',
      'priceCurrency',
      'hasVariant',
      'image',
      'brand',
      'mainEntity',
      'itemListElement',
      'item',
      'author',
      'aggregateRating',
      'ratingValue',
      'priceSpecification',
      '__proto__',
    ];
    const leaf = fc.oneof(
      fc.constantFrom(
        'Product',
        'ProductGroup',
        'ProfilePage',
        'Organization',
        'ItemList',
        'BlogPosting',
        'EUR',
        '12,5',
        'https://bells.example/bell',
        '#p',
      ),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 8 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (data) => {
        const source = JSON.stringify({
          '@type': 'Product',
          ...(typeof data === 'object' ? data : {}),
        }).replaceAll('</', '<\\/');
        const html = `<html><head><script type="application/ld+json">${source}</script></head><body><h1>Bell</h1></body></html>`;
        const reading = readHtml(html, 'https://bells.example/bell');
        expect(
          pageReadingSchema.safeParse(complete(reading, 'https://bells.example/bell')).error,
        ).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
