import { describe, expect, it } from 'vitest';
import type { Field, Money, ProductReading } from '../../utils/domain/page-reading.ts';
import { factsOf } from '../../utils/sites/shared/facts.ts';
import { saysGone } from '../../utils/sites/shared/gone-page.ts';
import {
  costOf,
  countFact,
  distinct,
  firstOf,
  goodsOf,
  idsOf,
  listAbove,
  machineMoney,
  movedOn,
  ownNode,
  ratingFact,
  shownCost,
  statedIds,
} from '../../utils/sites/shared/market-product.ts';
import { openPage } from '../../utils/sites/shared/opened-page.ts';
import { isSliderPage } from '../../utils/sites/shared/slider-wall.ts';
import { parsePage } from '../support/parse-page.ts';

function money(amount: string, currency = 'EUR'): Field<Money> {
  return { value: { amount, currency }, source: 'dom' };
}

function product(id: string, more: ProductReading = {}): ProductReading {
  return { id: { value: id, source: 'state' }, title: { value: `Bell ${id}`, source: 'state' }, ...more };
}

const empty = () => parsePage('<!doctype html><html lang="en"><head></head><body></body></html>');
const idOf = (url: URL) => /\/item\/(\d+)/.exec(url.pathname)?.[1];

describe('prices of marketplaces', () => {
  it('come from fields for machines only with a currency and above zero', () => {
    expect(machineMoney(12.5, 'EUR', 'state')?.value).toEqual({ amount: '12.50', currency: 'EUR' });
    expect(machineMoney('1299', 'jpy', 'state')?.value).toEqual({ amount: '1299', currency: 'JPY' });
    for (const [value, currency] of [
      [12.5, '$'],
      [12.5, undefined],
      [0, 'EUR'],
      ['free', 'EUR'],
      [{ value: 1 }, 'EUR'],
      [Number.NaN, 'EUR'],
    ]) {
      expect(machineMoney(value, currency, 'state')).toBeUndefined();
    }
  });

  it('are a range or struck through only upwards and in one currency', () => {
    expect(costOf(money('1.00'), money('2.00')).priceMax?.value.amount).toBe('2.00');
    expect(costOf(money('1.00'), money('1.00')).priceMax).toBeUndefined();
    expect(costOf(money('1.00'), money('2.00', 'USD')).priceMax).toBeUndefined();
    expect(listAbove(money('0.50'), money('1.00'))).toBeUndefined();
    expect(listAbove(money('9.00', 'USD'), money('1.00'))).toBeUndefined();
    expect(listAbove(money('9.00'), money('1.00'))?.value.amount).toBe('9.00');
  });

  it('that can be read in two ways leave a row and no price', () => {
    const facts = factsOf(empty());
    expect(shownCost(facts, 'price', 'kr 120', {}, 'dom')).toEqual({});
    expect(facts.problems).toEqual([{ field: 'price', reason: 'ambiguous' }]);
    expect(shownCost(facts, 'price', 'kr 120', { currency: 'SEK' }, 'dom').price?.value.currency).toBe('SEK');
    expect(shownCost(factsOf(empty()), 'price', 'ask us', {}, 'dom')).toEqual({});
  });

  it('are taken whole from one source', () => {
    const merged = firstOf(
      product('1'),
      { price: money('5.00') },
      { price: money('3.00', 'USD'), priceMax: money('4.00', 'USD'), listPrice: money('9.00', 'USD') },
      { listPrice: money('8.00') },
    );
    expect(merged.price?.value).toEqual({ amount: '5.00', currency: 'EUR' });
    expect(merged.priceMax).toBeUndefined();
    expect(merged.listPrice?.value).toEqual({ amount: '8.00', currency: 'EUR' });
  });
});

describe('numbers of marketplaces', () => {
  it('are whole and not negative', () => {
    expect(countFact('12', 'state')?.value).toBe(12);
    expect(countFact(0, 'state')?.value).toBe(0);
    for (const value of ['-4', -4, '1.5', '12 left', null, [1]])
      expect(countFact(value, 'state')).toBeUndefined();
  });

  it('rate on a scale of five, and 0 is no rating', () => {
    expect(ratingFact('4,8', 'dom')?.value).toBe(4.8);
    for (const value of [0, '0.0', 97, '4.8 out of 5', null])
      expect(ratingFact(value, 'dom')).toBeUndefined();
  });
});

describe('whose page it is', () => {
  const base = 'https://shop.example/item/1';

  it('is told by the head in the words of the site', () => {
    const document = parsePage(
      '<html><head><link rel="canonical" href="//shop.example/item/1?x"><meta property="og:url" content="https://shop.example/item/2"><meta name="og:url" content="javascript:1"></head><body></body></html>',
    );
    expect(statedIds(document, base, idOf)).toEqual(new Set(['1', '2']));
  });

  it.each([
    ['its own address', { url: '/item/1' }, true, false],
    ['the address of its offer', { offers: { url: 'https://shop.example/item/1?v=2' } }, true, false],
    ['the headline, without any address', {}, true, false],
    ['nothing: another address beside the right headline', { url: '/item/9' }, false, true],
    ['nothing: an address that says nothing beside the right headline', { url: '/' }, false, true],
  ])('is proved for a product by %s', (_, more, found, stale) => {
    const node = { '@type': 'Product', name: 'Brass bell', ...more };
    const document = parsePage(
      `<html><head><script type="application/ld+json">${JSON.stringify(node)}</script></head><body><h1>Brass bell</h1></body></html>`,
    );
    const own = ownNode(openPage(document, new URL(base)), '1', idOf);
    expect([own.node !== undefined, own.stale]).toEqual([found, stale]);
  });
});

it('is the variant that the address names, out of a group', () => {
  const variant = (id: number, price: number) => ({
    '@type': 'Product',
    name: `Brass bell ${id}`,
    offers: { url: `https://shop.example/item/${id}`, price, priceCurrency: 'EUR' },
  });
  const group = { '@type': 'ProductGroup', name: 'Brass bell', hasVariant: [variant(1, 5), variant(2, 9)] };
  const document = parsePage(
    `<html><head><script type="application/ld+json">${JSON.stringify(group)}</script></head><body></body></html>`,
  );
  const page = openPage(document, new URL('https://shop.example/item/2'));
  const { node } = ownNode(page, '2', idOf);
  const goods = goodsOf(page, node ?? {}, 'https://shop.example/item/2');
  expect([goods.title?.value, goods.price?.value.amount, goods.priceMax]).toEqual([
    'Brass bell 2',
    '9.00',
    undefined,
  ]);
});

describe('lists of marketplaces', () => {
  it('have moved on when no card is among the data', () => {
    const state = [product('1'), product('2')];
    expect(movedOn(state, ['2', '3'])).toBe(false);
    expect(movedOn(state, ['3'])).toBe(true);
    expect(movedOn(state, [])).toBe(false);
    expect(movedOn([], ['3'])).toBe(false);
  });

  it('hold each product once, and none without id or title', () => {
    const untitled: ProductReading = { id: { value: '3', source: 'dom' } };
    expect(idsOf(distinct([product('1'), product('2'), product('1'), untitled, {}]))).toEqual(['1', '2']);
  });
});

describe('pages that are not there', () => {
  it.each(['Page not found', '404', 'Seite nicht gefunden - Shop', '页面不存在', 'ページが見つかりません'])(
    'say so: %s',
    (title) => {
      expect(saysGone(parsePage(`<html><head><title>${title}</title></head><body></body></html>`))).toBe(
        true,
      );
    },
  );

  it.each(['4040 bells', 'Lost and not found: a novel', 'Brass bell'])(
    'are not products such as: %s',
    (title) => {
      expect(saysGone(parsePage(`<html><head><title>${title}</title></head><body></body></html>`))).toBe(
        false,
      );
    },
  );

  it('are no sliders that wait in a corner of a full page', () => {
    const slider = '<div id="nc_1_wrapper"></div>';
    expect(isSliderPage(parsePage(`<html><body>${slider}</body></html>`))).toBe(true);
    expect(isSliderPage(parsePage(`<html><body>${'<p>text</p>'.repeat(200)}${slider}</body></html>`))).toBe(
      false,
    );
  });
});
