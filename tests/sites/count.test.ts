import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsIn, parseCount } from '../../utils/sites/shared/count.ts';

/** Short forms of 12,300 and 1,200,000 as sites print them, written down by hand. */
const shortForms: [language: string, thousands: string, millions: string][] = [
  ['en', '12.3K', '1.2M'],
  ['en-GB', '12.3k', '1.2m'],
  ['de', '12.300', '1,2 Mio.'],
  ['fr', '12,3 k', '1,2 M'],
  ['fr-FR', '12,3\u202fk', '1,2\u00a0M'],
  ['es', '12,3 mil', '1,2 M'],
  ['es-ES', '12,3 mil suscriptores', '1,2 M de suscriptores'],
  ['pt-BR', '12,3 mil', '1,2 mi'],
  ['it', '12,3K', '1,2 Mln'],
  ['nl', '12,3K', '1,2 mln.'],
  ['cs', '12,3 tis.', '1,2 mil.'],
  ['ro', '12,3 K', '1,2 mil.'],
  ['hr', '12,3 tis.', '1,2 mil.'],
  ['ru', '12,3 тыс.', '1,2 млн'],
  ['uk', '12,3 тис.', '1,2 млн'],
  ['pl', '12,3 tys.', '1,2 mln'],
  ['tr', '12,3 B', '1,2 Mn'],
  ['id', '12,3 rb', '1,2 jt'],
  ['vi', '12,3 N', '1,2 Tr'],
  ['da', '12,3 t', '1,2 mio.'],
  ['sv', '12,3 tn', '1,2 mn'],
  ['fi', '12,3 t.', '1,2 milj.'],
  ['el', '12,3 χιλ.', '1,2 εκ.'],
  ['hi', '12.3 हज़ार', '12 लाख'],
  ['en-IN', '12.3K', '12L'],
  ['ja', '1.23万', '120万'],
  ['ko', '1.23만', '120만'],
  ['zh-CN', '1.23万', '120万'],
  ['zh-TW', '1.23萬', '120萬'],
  ['ar', '12.3 ألف', '1.2 مليون'],
  ['ar', '١٢٫٣ ألف', '١٫٢ مليون'],
  ['fa', '۱۲٫۳ هزار', '۱٫۲ میلیون'],
  ['he', '12.3K\u200f', '1.2M\u200f'],
  ['bn', '১২.৩ হা', '১২ লা'],
];

describe('counts as sites show them', () => {
  it.each(shortForms)('%s: %s and %s', (language, thousands, millions) => {
    expect(parseCount(thousands, language)?.value).toBe(12_300);
    expect(parseCount(millions, language)).toMatchObject({ value: 1_200_000, precision: 'rounded' });
  });

  it('reads plain numbers in every grouping, exactly', () => {
    for (const [text, language, value] of [
      ['2,362 Followers', 'en', 2362],
      ['1.077.715 visualizaciones', 'es', 1_077_715],
      ['1 234 567', 'fr', 1_234_567],
      ['1\u202f234\u202f567 abonnés', 'fr', 1_234_567],
      ["12'300", 'de-CH', 12_300],
      ['12,34,567', 'en-IN', 1_234_567],
      ['١٬٢٣٤', 'ar', 1234],
      ['粉丝[70805574]', 'zh-CN', 70_805_574],
      ['7', undefined, 7],
      ['0 Replies. Reply', 'en', 0],
    ] as const) {
      expect(parseCount(text, language)).toMatchObject({ value, precision: 'exact' });
    }
  });

  it('keeps what the page said', () => {
    expect(parseCount('1.2万', 'zh-CN')).toEqual({ value: 12_000, raw: '1.2万', precision: 'rounded' });
    expect(parseCount('١٫٢ مليون متابع', 'ar')?.raw).toBe('١٫٢ مليون متابع');
  });

  it('knows the Chinese ways to say at least, and w for ten thousand', () => {
    expect(parseCount('10万+', 'zh-CN')).toMatchObject({ value: 100_000, precision: 'rounded' });
    expect(parseCount('1.2w+', 'zh-CN')).toMatchObject({ value: 12_000, precision: 'rounded' });
    expect(parseCount('3w', 'en')?.value).toBeNull();
  });

  it('gives no value where two readings differ', () => {
    for (const [text, language] of [
      ['12.300', 'en'],
      ['12,300', 'de'],
      ['1.2M', 'id'],
      ['12 mil', 'en'],
      ['12 mil', undefined],
      ['1.2B', undefined],
      ['1.234K', 'es'],
      ['1,2 milers de milions', 'ca'],
      ['5 milionów', 'en'],
      ['3百万', 'ja'],
      ['1.2.3', 'en'],
      ['0.5', 'en'],
      ['5 of 12', 'en'],
    ] as const) {
      expect(parseCount(text, language)).toMatchObject({ value: null });
    }
  });

  it('reads units that mean the same everywhere also on a page of another language', () => {
    expect(parseCount('1,2 тыс.', 'en')?.value).toBe(1200);
    expect(parseCount('1.2万', 'en')?.value).toBe(12_000);
    expect(parseCount('1 K', 'es')?.value).toBe(1000);
    expect(parseCount('783.4K', undefined)?.value).toBe(783_400);
  });

  it('finds the counts of a line in order', () => {
    const values = (text: string, language: string) => countsIn(text, language).map((count) => count.value);
    expect(values('2,362 Followers, 136 Following, 224 Posts', 'en')).toEqual([2362, 136, 224]);
    expect(values('フォロワー1.2万人、フォロー中136人、投稿224件', 'ja')).toEqual([12_000, 136, 224]);
  });

  it('has nothing to say about text without a number, and survives any', () => {
    expect(parseCount('followers', 'en')).toBeUndefined();
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.string(), { nil: undefined }),
        (text, language) => {
          const count = parseCount(text, language);
          if (count?.value !== null && count !== undefined)
            expect(Number.isSafeInteger(count.value)).toBe(true);
        },
      ),
    );
  });

  it('takes back what browsers print for whole numbers in every language', () => {
    const languages = [...new Set(shortForms.map(([language]) => language))];
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.nat({ max: 2_000_000_000 }), (language, amount) => {
        const printed = new Intl.NumberFormat(language).format(amount);
        expect(parseCount(printed, language)?.value).toBe(amount);
      }),
    );
  });

  it('is never off by more than the rounding of what browsers print in short', () => {
    const languages = [...new Set(shortForms.map(([language]) => language))];
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.integer({ min: 1000, max: 9_000_000 }),
        (language, amount) => {
          const printed = new Intl.NumberFormat(language, { notation: 'compact' }).format(amount);
          const value = parseCount(printed, language)?.value;
          // Two significant digits remain: the widest step is a twentieth.
          if (value !== null) expect(Math.abs((value ?? 0) - amount)).toBeLessThanOrEqual(amount / 19);
        },
      ),
    );
  });
});
