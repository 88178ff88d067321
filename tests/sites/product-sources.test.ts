import { describe, expect, test } from 'vitest';
import { brassOffer as offer, productPage, readHtml, values } from '../support/read-fixture.ts';

const money = (amount: string, currency: string) => ({ amount, currency });
const address = 'https://bells.example/brass-bell';
const read = (node: object, body?: string, head?: string) => readHtml(productPage(node, body, head), address);

describe('sources that disagree', () => {
  const head =
    '<meta property="product:price:amount" content="48,00"><meta property="product:price:currency" content="USD">';

  test('the one that the page shows wins', () => {
    const shown = read({ offers: offer }, '<h1>Brass Bell</h1><p class="price">12,50 €</p>', head);
    expect(shown.product?.price).toEqual({ value: money('12.50', 'EUR'), source: 'json-ld' });
    const other = read(
      { offers: offer },
      '<h1>Brass Bell</h1><p class="price">$48.00 <del>$60.00</del></p>',
      head,
    );
    expect(other.product?.price?.value).toEqual(money('48.00', 'USD'));
    expect(other.product?.price?.source).toBe('meta');
  });

  test('neither shown, or both: nobody knows', () => {
    for (const prices of [
      '',
      '<p class="price">53,11 €</p>',
      '<p class="price">12,50 €</p><p class="price">48.00 USD</p>',
    ]) {
      const { product, problems } = read({ offers: offer }, `<h1>Brass Bell</h1>${prices}`, head);
      expect(product?.price).toBeUndefined();
      expect(problems).toContainEqual({ field: 'price', reason: 'ambiguous' });
    }
  });

  test('a struck-through amount does not count as shown', () => {
    const meta =
      '<meta property="product:price:amount" content="9.00"><meta property="product:price:currency" content="EUR">';
    const body =
      '<h1>Brass Bell</h1><div><span class="price"><del>12,50 €</del> <ins>9,00 €</ins></span></div>';
    const { product } = read({ offers: offer }, body, meta);
    expect(values(product)).toMatchObject({ price: money('9.00', 'EUR'), listPrice: money('12.50', 'EUR') });
  });

  test('a price of the head alone must not contradict the page', () => {
    const html = (price: string) =>
      `<html lang="en"><head><meta property="og:type" content="product"><meta property="og:title" content="Brass Bell">
<meta property="og:price:amount" content="10.00"><meta property="og:price:currency" content="EUR"></head><body><h1>Brass Bell</h1>${price}</body></html>`;
    expect(readHtml(html(''), address).product?.price?.value).toEqual(money('10.00', 'EUR'));
    expect(readHtml(html('<b class="price">€10</b>'), address).product?.price?.value).toEqual(
      money('10.00', 'EUR'),
    );
    expect(readHtml(html('<b class="price">€12.10</b>'), address).product?.price).toBeUndefined();
  });

  test('a struck price in a card of another product is not this one’s', () => {
    const body =
      '<h1>Brass Bell</h1><b class="price">12,50 €</b><div class="related"><div><s>20,00 €</s> <b>12,50 €</b></div></div>';
    expect(read({ offers: offer }, body).product?.listPrice).toBeUndefined();
  });
});

describe('whose product it is', () => {
  test('a product of a carousel is not the page’s', () => {
    const related = { name: 'Tin Whistle', url: 'https://bells.example/tin-whistle', offers: offer };
    const reading = read(related);
    expect(reading.product).toBeUndefined();
    expect(reading.kind).toBe('other');
    expect(reading.problems).toEqual([{ field: 'product', reason: 'stale' }]);
  });

  test('nor one whose name only begins like the headline', () => {
    const related = { name: 'Brass Bell Polish', url: 'https://bells.example/polish', offers: offer };
    expect(read(related).product).toBeUndefined();
  });

  test('data of the page before, after a move inside an app, with a head that stayed too', () => {
    const head =
      '<meta property="og:type" content="product"><meta property="og:title" content="Tin Whistle"><meta property="og:url" content="https://bells.example/tin-whistle"><meta property="og:price:amount" content="3"><meta property="og:price:currency" content="EUR">';
    const html = productPage({ name: 'Tin Whistle', offers: offer }, '<h1>Brass Bell</h1>', head);
    expect(readHtml(html, address).product).toBeUndefined();
  });

  test('a headline outweighs an OpenGraph title that stayed', () => {
    const head = '<meta property="og:title" content="Tin Whistle">';
    const html = productPage({ name: 'Tin Whistle', offers: offer }, '<h1>Brass Bell</h1>', head);
    expect(readHtml(html, address).product).toBeUndefined();
  });

  test('OpenGraph of another address under another headline is nobody’s product', () => {
    const html = (url: string) =>
      `<html><head><meta property="og:type" content="product"><meta property="og:title" content="Tin Whistle"><meta property="og:url" content="${url}">
<meta property="og:price:amount" content="3.00"><meta property="og:price:currency" content="EUR"></head><body><h1>Brass Bell</h1></body></html>`;
    expect(readHtml(html('https://bells.example/tin-whistle'), address).product).toBeUndefined();
    expect(readHtml(html(address), address).product?.price?.value).toEqual(money('3.00', 'EUR'));
  });

  test('an address with another number is another page', () => {
    const html = productPage({
      name: 'Tin Whistle',
      url: 'https://bells.example/item.php?id=6',
      offers: offer,
    });
    expect(readHtml(html, 'https://bells.example/item.php?id=5').product).toBeUndefined();
    expect(readHtml(html, 'https://bells.example/item.php?id=6&utm_source=x').product?.title?.value).toBe(
      'Tin Whistle',
    );
  });

  test('the same product under a category and a language', () => {
    const html = productPage({
      name: 'Messingglocke',
      url: 'https://bells.example/de/brass-bell',
      offers: offer,
    });
    expect(readHtml(html, 'https://bells.example/en/brass/brass-bell').product?.price?.value).toEqual(
      money('12.50', 'EUR'),
    );
  });
});
