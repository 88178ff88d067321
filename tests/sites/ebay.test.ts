import { expect, it } from 'vitest';
import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage } from '../support/parse-page.ts';

function priceOn(host: string, shown: string) {
  const page = parsePage(
    `<html><body><h1 class="x-item-title__mainTitle">Bell</h1><div class="x-price-primary"><span class="ux-textspans">${shown}</span></div>
    <div class="x-price-approx"><span class="x-price-approx__price"><span class="ux-textspans">US $9.99</span></span></div></body></html>`,
  );
  return readPage(page, `https://www.ebay.${host}/itm/198100000001`).product?.price?.value;
}

it.each([
  ['com', 'US $12.34', '12.34', 'USD'],
  ['com', '$12.34', '12.34', 'USD'],
  ['ca', 'C $12.34', '12.34', 'CAD'],
  ['com.au', 'AU $1,234.00', '1234.00', 'AUD'],
  ['co.uk', '£12.34', '12.34', 'GBP'],
  ['de', 'EUR 1.234,00', '1234.00', 'EUR'],
  ['fr', '12,34 EUR', '12.34', 'EUR'],
  ['pl', '12,34 zł', '12.34', 'PLN'],
  ['com.hk', 'HKD 120.00', '120.00', 'HKD'],
  ['ch', 'CHF 54.00', '54.00', 'CHF'],
])('reads on ebay.%s what is asked, never the converted price: %s', (host, shown, amount, currency) => {
  expect(priceOn(host, shown)).toEqual({ amount, currency });
});

it("takes no sign for another country's money", () => {
  expect(priceOn('de', '$12.34')).toBeUndefined();
  expect(priceOn('com', '£12.34')).toBeUndefined();
});

it('has no price where only a converted one stands', () => {
  expect(priceOn('com', '')).toBeUndefined();
});
