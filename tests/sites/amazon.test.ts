import { describe, expect, it, test } from 'vitest';
import { starsOf } from '../../utils/sites/amazon/rating.ts';
import { reviewDay } from '../../utils/sites/amazon/reviews.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage } from '../support/parse-page.ts';

const product = (price: string, rest = '', lang = 'en') =>
  parsePage(`<html lang="${lang}"><body><span id="productTitle">Bell</span>
<div id="corePriceDisplay_desktop_feature_div"><span class="a-price priceToPay"><span class="a-offscreen">${price}</span></span></div>
<input name="ASIN" value="B000000001">${rest}</body></html>`);
const priceOn = (host: string, price: string, lang?: string) =>
  readPage(product(price, '', lang), `https://www.amazon.${host}/dp/B000000001`).product?.price?.value;

describe('prices', () => {
  it.each([
    ['com', '$1,299.00', 'en-us', '1299.00', 'USD'],
    ['ca', '$1,299.00', 'en-ca', '1299.00', 'CAD'],
    ['com.mx', '$1,299.00', 'es-mx', '1299.00', 'MXN'],
    ['com.au', '$12.50', 'en-au', '12.50', 'AUD'],
    ['sg', 'S$12.50', 'en-sg', '12.50', 'SGD'],
    ['de', '1.299,00 €', 'de-de', '1299.00', 'EUR'],
    ['de', '€1,299.00', 'en-gb', '1299.00', 'EUR'],
    ['fr', '1 299,00 €', 'fr-fr', '1299.00', 'EUR'],
    ['nl', '€ 1.299,00', 'nl-nl', '1299.00', 'EUR'],
    ['se', '1 299,00 kr', 'sv-se', '1299.00', 'SEK'],
    ['pl', '1 299,00 zł', 'pl-pl', '1299.00', 'PLN'],
    ['com.br', 'R$ 1.299,90', 'pt-br', '1299.90', 'BRL'],
    ['co.jp', '￥12,980', 'ja-jp', '12980', 'JPY'],
    ['in', '₹1,29,900', 'en-in', '129900.00', 'INR'],
    ['ae', 'AED 1,299.00', 'en-ae', '1299.00', 'AED'],
    ['sa', 'SAR 1,299.00', 'ar-ae', '1299.00', 'SAR'],
    ['com.tr', '1.299,00 TL', 'tr-tr', '1299.00', 'TRY'],
    ['co.jp', 'TWD 372.40', 'en-us', '372.40', 'TWD'],
    ['com', 'XOF 6,765', 'en-us', '6765', 'XOF'],
  ])('on %s %s', (host, written, lang, amount, currency) => {
    expect(priceOn(host, written, lang)).toEqual({ amount, currency });
  });

  test('neither a used copy beside the offer nor another product is asked', () => {
    const page =
      parsePage(`<html lang="en-us"><body><span id="productTitle">Bell</span><input name="ASIN" value="B000000001">
<div id="usedAccordionRow"><div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen">$2.00</span></span></div></div>
<div class="a-carousel"><span id="price_inside_buybox">$3.00</span></div></body></html>`);
    expect(readPage(page, 'https://www.amazon.com/dp/B000000001').product?.price).toBeUndefined();
  });

  test('what the form sends along stands in for a price that is not drawn; two that differ say nothing', () => {
    const sent = (amount: string) =>
      `<form><input name="items[0.base][customerVisiblePrice][amount]" value="${amount}"><input name="items[0.base][customerVisiblePrice][currencyCode]" value="GBP"></form>`;
    const url = 'https://www.amazon.co.uk/dp/B000000001';
    expect(readPage(product('', sent('9.5')), url).product?.price).toMatchObject({
      value: { amount: '9.50', currency: 'GBP' },
      source: 'state',
    });
    expect(readPage(product('', sent('9.5') + sent('8')), url).product?.price).toBeUndefined();
  });
});

test.each([
  ['Reviewed in the United States on March 3, 2023', 'en-us', '2023-03-03'],
  ['Reviewed in the United Kingdom on 3 March 2023', 'en-gb', '2023-03-03'],
  ['Rezension aus Deutschland vom 3. März 2023', 'de-de', '2023-03-03'],
  ['Commenté en France le 3 août 2023', 'fr-fr', '2023-08-03'],
  ['Revisado en España el 3 de marzo de 2023', 'es-es', '2023-03-03'],
  ['Recensito in Italia il 3 marzo 2023', 'it-it', '2023-03-03'],
  ['Avaliado no Brasil em 3 de março de 2023', 'pt-br', '2023-03-03'],
  ['Beoordeeld in Nederland op 3 maart 2023', 'nl-nl', '2023-03-03'],
  ['Recenzja w Polsce, 3 marca 2023', 'pl-pl', '2023-03-03'],
  ["3 Mart 2023'te Türkiye'de değerlendirildi", 'tr-tr', '2023-03-03'],
  ['2023年3月3日に日本でレビュー済み', 'ja-jp', '2023-03-03'],
  ['Reviewed on March 3, 2023 and 4 April 2024', 'en-us', undefined],
  ['Reviewed yesterday', 'en-us', undefined],
  ['Rezension vom 3. März 2023', 'no language', undefined],
])('the day of a review: %s', (text, language, day) => {
  expect(reviewDay(text, language)).toBe(day);
});

test.each([
  ['4.6 out of 5 stars', 'a-star-4-5', 4.6],
  ['5つ星のうち4.3', 'a-star-4-5', 4.3],
  ['5 yıldız üzerinden 4,6', 'a-star-4-5', 4.6],
  ['5.0 out of 5 stars', 'a-star-5', 5],
  ['5つ星のうち5.0', 'a-star-5', 5],
  ['4.6', undefined, 4.6],
  ['99 out of 5 stars', 'a-star-4-5', undefined],
  ['of 5 stars', 'a-star-4', undefined],
])('stars: %s', (text, drawn, value) => {
  const stars = parsePage(`<html><body><i class="a-icon ${drawn ?? ''}"></i></body></html>`).querySelector(
    'i',
  );
  expect(starsOf(text, stars)?.value).toBe(value);
});
