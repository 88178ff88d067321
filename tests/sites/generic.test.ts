import { describe, expect, test } from 'vitest';
import { detectFamily, type read } from '../../utils/sites/generic.ts';
import { parsePage } from '../support/parse-page.ts';
import { fixture, readHtml, values } from '../support/read-fixture.ts';

const money = (amount: string, currency: string) => ({ amount, currency });

describe('profiles', () => {
  test('ProfilePage: name, counts, links, mail out of the text; the site’s own accounts are not theirs', () => {
    const reading = readHtml(fixture('web/profile.html'), 'https://people.example/@Mira.Solberg?ref=home');
    expect(reading.kind).toBe('profile');
    expect(values(reading.creator)).toEqual({
      handle: 'Mira.Solberg',
      stableId: 'people.example/@Mira.Solberg',
      displayName: 'Mira Solberg',
      followers: 48211,
      likes: 901,
      posts: 77,
      bio: 'Ceramics in Bergen. Write to hello (at) mirasolberg.example',
      links: ['https://www.instagram.com/mirasolberg'],
      emails: ['hello@mirasolberg.example'],
      avatarUrl: 'https://people.example/mira.jpg',
      joinedAt: '2022-03-04T10:00:00Z',
    });
  });

  test('the profile data of another address is stale', () => {
    const html = fixture('web/profile.html')
      .replaceAll('<h1>Mira Solberg</h1>', '<h1>Odd Berge</h1>')
      .replace(/<title>.*<\/title>/, '<title>Odd Berge</title>');
    const reading = readHtml(html, 'https://people.example/@odd.berge');
    expect(reading.creator).toBeUndefined();
    expect(reading.problems).toEqual([{ field: 'creator', reason: 'stale' }]);
  });

  test('a link-in-bio page: links without tracking, not the service’s own', () => {
    const { kind, creator } = readHtml(fixture('web/links.html'), 'https://linktr.ee/mira.solberg');
    expect(kind).toBe('profile');
    expect(values(creator)).toEqual({
      handle: 'mira.solberg',
      stableId: 'linktr.ee/mira.solberg',
      displayName: 'mira.solberg',
      links: ['https://www.youtube.com/@mirasolberg', 'https://tidewater.example/collections/mira'],
      emails: ['mira@solberg.example'],
      avatarUrl: 'https://cdn.linktr.ee/mira.png',
    });
  });

  test('OpenGraph’s profile counts only with a user name that is in the address', () => {
    const html =
      '<html><head><meta property="og:type" content="profile"><meta property="profile:username" content="mira"><meta property="og:title" content="Mira S. (@mira)"></head><body></body></html>';
    expect(values(readHtml(html, 'https://people.example/mira').creator)).toMatchObject({
      handle: 'mira',
      displayName: 'Mira S.',
    });
    expect(readHtml(html, 'https://people.example/odd').creator).toBeUndefined();
  });
});

test('an article: title, day, author looked up by reference', () => {
  const reading = readHtml(fixture('web/article.html'), 'https://kilnnotes.example/ten-glazes/');
  expect(reading.kind).toBe('article');
  expect(values(reading.post)).toEqual({
    author: 'Odd Berge',
    title: 'Ten glazes',
    publishedAt: '2026-02-03T08:00:00+00:00',
    imageUrl: 'https://kilnnotes.example/glaze.jpg',
  });
  expect(values(reading.creator)).toEqual({
    displayName: 'Odd Berge',
    links: ['https://kilnnotes.example/authors/odd'],
  });
});

describe('shops', () => {
  test('a Shopify home: shop, who is behind it, cards with one sure price', () => {
    const reading = readHtml(fixture('shopify/home.html'), 'https://tidewater.example/?utm_campaign=x');
    expect(reading.kind).toBe('shop');
    expect(reading.url).toBe('https://tidewater.example/');
    expect(values(reading.shop)).toEqual({
      id: 'tidewater-pottery.myshopify.com',
      name: 'Tidewater Pottery',
      url: 'https://tidewater.example/',
      logoUrl: 'https://tidewater.example/cdn/shop/files/logo.png',
    });
    expect(values(reading.creator)).toMatchObject({
      handle: 'tidewater.example',
      displayName: 'Tidewater Pottery',
      bio: 'Mugs and bowls thrown by hand.',
      links: ['https://www.instagram.com/tidewaterpottery/', 'https://www.facebook.com/tidewaterpottery'],
      emails: ['hello@tidewater.example'],
    });
    expect(reading.products?.map(values)).toEqual([
      {
        title: 'Harbour Mug',
        price: money('24.00', 'AUD'),
        url: 'https://tidewater.example/products/harbour-mug',
      },
      {
        title: 'Gull Bowl',
        price: money('45.00', 'AUD'),
        listPrice: money('60.00', 'AUD'),
        url: 'https://tidewater.example/products/gull-bowl',
      },
      { title: 'Set of two', url: 'https://tidewater.example/products/set' },
    ]);
    expect(reading.problems).toEqual([{ field: 'products.price', reason: 'ambiguous' }]);
  });

  test('a WooCommerce category: sale, range, sold out, francs of two countries', () => {
    const reading = readHtml(fixture('woocommerce/category.html'), 'https://baobab.example/categorie/sacs/');
    expect(reading.kind).toBe('listing');
    expect(reading.products?.map(values)).toEqual([
      {
        title: 'Sac Palmier',
        price: money('990.00', 'EUR'),
        listPrice: money('1290.00', 'EUR'),
        availability: 'in-stock',
        imageUrl: 'https://baobab.example/u/palmier.jpg',
        url: 'https://baobab.example/produit/sac-palmier/',
      },
      {
        title: 'Sac Dune',
        price: money('20.00', 'EUR'),
        priceMax: money('35.00', 'EUR'),
        availability: 'out-of-stock',
        url: 'https://baobab.example/produit/sac-dune/',
      },
      { title: 'Sac Lagune', availability: 'in-stock', url: 'https://baobab.example/produit/sac-lagune/' },
    ]);
  });

  test('an ItemList is a listing, in page order', () => {
    const item = (name: string, price: string) => ({
      '@type': 'ListItem',
      item: { '@type': 'Product', name, url: `/bells/${name}`, offers: { price, priceCurrency: 'EUR' } },
    });
    const list = { '@type': 'ItemList', itemListElement: [item('tin', '3'), item('brass', '12.5')] };
    const html = `<html><head><script type="application/ld+json">${JSON.stringify(list)}</script></head><body><h1>Bells</h1></body></html>`;
    const reading = readHtml(html, 'https://bells.example/category/bells');
    expect(reading.kind).toBe('listing');
    expect(reading.product).toBeUndefined();
    expect(reading.products?.map(({ title, price }) => [title?.value, price?.value.amount])).toEqual([
      ['tin', '3.00'],
      ['brass', '12.50'],
    ]);
  });

  test('of three thousand products in an ItemList none is missing', () => {
    const items = Array.from({ length: 3_000 }, (_, index) => ({
      '@type': 'Product',
      name: `Bell ${index}`,
      url: `/bells/${index}`,
      offers: { price: `${index + 1}.00`, priceCurrency: 'EUR' },
    }));
    const list = { '@type': 'ItemList', itemListElement: items };
    const html = `<html><head><script type="application/ld+json">${JSON.stringify(list)}</script></head><body><h1>Bells</h1></body></html>`;
    const { products } = readHtml(html, 'https://bells.example/category/bells');
    expect(products).toHaveLength(3_000);
    expect(products?.at(-1)?.title?.value).toBe('Bell 2999');
  });

  test('pictures from Shopify’s servers do not make a Shopify shop', () => {
    const html =
      '<html><body><img src="https://cdn.shopify.com/s/files/1/a.jpg"><p>Shopify.shop</p></body></html>';
    expect(detectFamily(parsePage(html))).toBe('web');
  });
});

describe('pages that claim nothing', () => {
  const claims = (reading: ReturnType<typeof read>) =>
    [reading.creator, reading.product, reading.products, reading.shop, reading.post].filter(Boolean);

  test.each([
    [
      'a captcha',
      '<html><head><title>Robot or human?</title></head><body><div id="px-captcha"></div></body></html>',
      '/x',
    ],
    ['a challenge', '<html><head><title>Just a moment...</title></head><body></body></html>', '/x'],
    [
      'a missing page',
      '<html><head><title>Seite nicht gefunden – Strickstube</title></head><body><h1>Hm</h1></body></html>',
      '/weg',
    ],
    [
      'a missing page of WordPress',
      '<html><head><title>Oops</title></head><body class="error404"></body></html>',
      '/weg',
    ],
    [
      'a log-in',
      '<html><head><title>Sign in</title></head><body><form><input type="password"></form></body></html>',
      '/login',
    ],
    [
      'a shop that is not open',
      '<html><head><title>Tidewater</title></head><body><form action="/password"><input type="password"></form></body></html>',
      '/',
    ],
  ])('%s', (_, html, path) => {
    const reading = readHtml(html, `https://walls.example${path}`);
    expect(reading.kind).toBe('blocked');
    expect(claims(reading)).toEqual([]);
    expect(reading.problems).toEqual([{ field: 'page', reason: 'blocked' }]);
  });

  test('a marketplace’s first page is nobody’s shop', () => {
    const html =
      '<html><head><meta property="og:site_name" content="Shopee"><script type="application/ld+json">{"@type":"Organization","name":"Shopee","url":"https://shopee.com.br/","sameAs":["https://www.instagram.com/x"]}</script></head><body><a href="/cart">Cart</a></body></html>';
    const reading = readHtml(html, 'https://shopee.com.br/');
    expect(reading.kind).toBe('other');
    expect(claims(reading)).toEqual([]);
  });

  test('an empty document and plain prose', () => {
    for (const html of [
      '<html><body></body></html>',
      '<html><head><title>Notes</title></head><body><h1>Notes</h1><p>12,50 €</p></body></html>',
    ]) {
      const reading = readHtml(html, 'https://prose.example/notes');
      expect(reading.kind).toBe('other');
      expect(claims(reading)).toEqual([]);
    }
  });
});
