import { describe, expect, it, test } from 'vitest';
import { readPage } from '../../utils/sites/read-page.ts';
import { identify } from '../../utils/sites/registry.ts';
import { soldCount, stockSaid, yuan } from '../../utils/sites/shared/chinese-shop.ts';
import { parsePage } from '../support/parse-page.ts';

test.each([
  ['￥12.80', { low: { amount: '12.80', currency: 'CNY' } }],
  [
    '149.00 - 159.00',
    { low: { amount: '149.00', currency: 'CNY' }, high: { amount: '159.00', currency: 'CNY' } },
  ],
  ['2.01起', { low: { amount: '2.01', currency: 'CNY' } }],
  ['1 2 3', undefined],
  ['满199减20', undefined],
  ['面议', undefined],
  ['0.00', undefined],
])('yuan: %s', (text, price) => {
  expect(yuan(text)).toEqual(price);
});

test.each([
  ['有货', 'in-stock'],
  ['即将售罄', 'in-stock'],
  ['已售罄', 'out-of-stock'],
  ['此商品已下架', 'out-of-stock'],
  ['到货通知', 'out-of-stock'],
  ['預售', 'preorder'],
  ['包邮', undefined],
])('stock: %s', (text, availability) => {
  expect(stockSaid(text)).toBe(availability);
});

test.each([
  ['1.2万人付款', 12_000, 'rounded'],
  ['3万+', 30_000, 'rounded'],
  ['57', 57, 'exact'],
  ['100+', 100, 'rounded'],
  ['2w+', 20_000, 'rounded'],
])('sold: %s', (text, value, precision) => {
  expect(soldCount(text, 'dom')).toMatchObject({ value, precision });
});

describe('addresses', () => {
  it('knows subdomains of the platform from shops', () => {
    for (const url of [
      'https://cart.taobao.com/cart.htm',
      'https://i.taobao.com/my_taobao.htm',
      'https://www.tmall.com/',
      'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm',
      'https://item.taobao.com/item.htm?id=abc',
    ]) {
      expect([url, identify(new URL(url))]).toEqual([url, null]);
    }
  });
});

test('without its scripts an item is still told from another one', () => {
  const page = parsePage(
    '<html lang="zh"><head><link rel="canonical" href="https://item.taobao.com/item.htm?id=600000000002"></head><body><h3 class="tb-main-title">别的</h3></body></html>',
  );
  const reading = readPage(page, 'https://item.taobao.com/item.htm?id=600000000001');
  expect(reading.product).toBeUndefined();
  expect(reading.problems).toEqual([{ field: 'product', reason: 'stale' }]);
});
