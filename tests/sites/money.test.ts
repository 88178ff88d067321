import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareAmounts,
  parseAmount,
  parseMachineAmount,
  parseMoney,
  parsePriceRange,
} from '../../utils/sites/shared/money.ts';

describe('prices as people read them', () => {
  test.each([
    ['1.299,00 €', {}, '1299.00', 'EUR'],
    ['€ 1.299', { language: 'de' }, '1299.00', 'EUR'],
    ['R$ 1.759,99', {}, '1759.99', 'BRL'],
    ['₨1,950.00', { currency: 'PKR' }, '1950.00', 'PKR'],
    ['3000,00CFA', { currency: 'XOF' }, '3000', 'XOF'],
    ['99 ر.س', {}, '99.00', 'SAR'],
    ['٩٩٫٥٠ ر.س', {}, '99.50', 'SAR'],
    ["CHF 1'299.–", {}, '1299.00', 'CHF'],
    ['1’299.90 CHF', {}, '1299.90', 'CHF'],
    ['¥12,800', { language: 'ja' }, '12800', 'JPY'],
    ['¥12,800', { language: 'zh-CN' }, '12800.00', 'CNY'],
    ['12,800円', {}, '12800', 'JPY'],
    ['999,000 TND', {}, '999.000', 'TND'],
    ['1 199,000 DT', { language: 'fr' }, '1199.000', 'TND'],
    ['KWD 1,500', { language: 'en' }, '1500.000', 'KWD'],
    ['KWD 1.500', { language: 'en' }, '1.500', 'KWD'],
    ['kr 1 299', { language: 'nb' }, '1299.00', 'NOK'],
    ['1 299 kr', { language: 'sv-SE' }, '1299.00', 'SEK'],
    ['1.299,- kr.', { language: 'da' }, '1299.00', 'DKK'],
    ['₹1,29,900', {}, '129900.00', 'INR'],
    ['US $10.00', {}, '10.00', 'USD'],
    ['A$1,234.56', {}, '1234.56', 'AUD'],
    ['NT$ 1,280', {}, '1280.00', 'TWD'],
    ['12 990 Ft', {}, '12990.00', 'HUF'],
    ['4.990 Ft', { language: 'hu' }, '4990.00', 'HUF'],
    ['$ 71.492', { currency: 'COP' }, '71492.00', 'COP'],
    ['12.990 Ft', { language: 'en' }, '12990.00', 'HUF'],
    ['R 1,799', {}, '1799.00', 'ZAR'],
    ['129,90 zł', {}, '129.90', 'PLN'],
    ['1.250.000 ₫', {}, '1250000', 'VND'],
    ['Rp 129.000', {}, '129000.00', 'IDR'],
    ['From £4.95 GBP', {}, '4.95', 'GBP'],
    ['€5', { currency: 'USD' }, '5.00', 'EUR'],
  ])('%s %o is %s %s', (text, hints, amount, currency) => {
    expect(parseMoney(text, hints)).toEqual({ amount, currency });
  });

  test.each([
    ['a dollar, but whose?', '$10.00', {}],
    ['kroner, but whose?', '1 299 kr', {}],
    ['yen or yuan', '¥12,800', {}],
    ['West or Central African francs', '3000,00CFA', {}],
    ['rupees of five countries', '₨1,950.00', {}],
    ['a dot that the language has for decimals, before three digits', '1.299 €', { language: 'en' }],
    ['groups that are none', '€ 12,34,56', {}],
    ['two amounts', '2 for 5 €', {}],
    ['a discount', '-40% €', {}],
    ['money that goes the other way', '-5 €', {}],
    ['no amount', 'Free €', {}],
    ['a dollar on a page that sells in euro', '$ 5', { currency: 'EUR', language: 'en-US' }],
  ])('says nothing about %s', (_, text, hints) => {
    expect(parseMoney(text, hints)).toBeNull();
  });

  test('a letter inside a word is no currency', () => {
    expect(parseMoney('Regular 12.50', {})).toBeNull();
    expect(parseMoney('Frei 12,50', {})).toBeNull();
    expect(parseMoney('Preis 12,50', {})).toBeNull();
  });
});

describe('amounts in fields for machines', () => {
  test.each([
    ['67.8400', 'EUR', '67.84'],
    ['34,99', 'EUR', '34.99'],
    [170, 'USD', '170.00'],
    ['0.999', 'EUR', '0.999'],
    ['1299.000', 'EUR', '1299.00'],
    ['19.990', 'CLP', '19990'],
    ['1.500', 'KWD', '1.500'],
    ['999', 'TND', '999.000'],
    ['12800.00', 'JPY', '12800'],
    ['1,299.00', 'USD', '1299.00'],
    ['007', 'USD', '7.00'],
  ])('%s %s is %s', (value, currency, amount) => {
    expect(parseMachineAmount(value, { currency })).toBe(amount);
  });

  test.each([['1.299'], [1e21], ['-5'], [''], [null], [{}], [Number.NaN], ['12 EUR or 14 EUR']])(
    '%s is not sure',
    (value) => {
      expect(parseMachineAmount(value, { currency: 'EUR' })).toBeNull();
    },
  );
});

describe('ranges', () => {
  test('two amounts with a dash or a word between', () => {
    const range = { low: { amount: '97.39', currency: 'EUR' }, high: { amount: '128.72', currency: 'EUR' } };
    expect(parsePriceRange('€ 97,39 - 128,72')).toEqual(range);
    expect(parsePriceRange('97,39 € bis 128,72 €')).toEqual(range);
    expect(parsePriceRange('€ 97,39')).toEqual({ low: range.low });
  });

  test('a price beside its old price is no range, nor one that falls', () => {
    expect(parsePriceRange('€ 97,39 € 128,72')).toBeNull();
    expect(parsePriceRange('€ 128,72 - 97,39')).toBeNull();
  });
});

test('amounts are ordered without floating point', () => {
  expect(compareAmounts('9007199254740993.01', '9007199254740993.02')).toBe(-1);
  expect(compareAmounts('10', '9.999')).toBe(1);
  expect(compareAmounts('1.50', '1.5')).toBe(0);
});

test('what each language writes is read back', () => {
  const languages = [
    'en-US',
    'de-DE',
    'fr-FR',
    'pl-PL',
    'pt-BR',
    'en-IN',
    'de-CH',
    'sv-SE',
    'it-IT',
    'ru-RU',
  ];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom(...languages), (cents, language) => {
      const written = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(
        cents / 100,
      );
      expect(parseMoney(written, { language })).toEqual({
        amount: (cents / 100).toFixed(2),
        currency: 'EUR',
      });
    }),
    { numRuns: 500 },
  );
});

test('any text is read or refused, never more than digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(parseAmount(text) ?? '0').toMatch(/^\d{1,15}(\.\d{1,8})?$/);
    }),
  );
});
