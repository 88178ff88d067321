import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeSchema } from '../../../utils/domain/change.ts';
import { compareReadings } from '../../../utils/snapshots/compare-readings.ts';
import { goods, listing, type PlainProduct } from '../../support/sample-readings.ts';

const amount = fc
  .tuple(fc.nat(9_999), fc.nat(99))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
const plain: fc.Arbitrary<PlainProduct> = fc.record(
  {
    id: fc.constantFrom('1', '2', '3', '4', '__proto__', 'constructor'),
    title: fc.oneof(fc.constantFrom('Bell', 'Mug', '铜铃'), fc.string({ minLength: 1, unit: 'binary' })),
    url: fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string({ minLength: 1 })),
    price: fc.tuple(amount, fc.constantFrom('EUR', 'CNY')).map((parts) => parts.join(' ')),
    listPrice: amount,
    availability: fc.constantFrom('in-stock', 'out-of-stock', 'preorder'),
    stock: fc.nat(3),
    rating: fc.double({ min: 0, max: 5, noNaN: true }),
    imageUrl: fc.oneof(fc.webUrl(), fc.string({ minLength: 1 })),
    promotions: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const page = fc.array(plain, { minLength: 1, maxLength: 12 }).map((products) => listing(products));

test('whatever a page says, compared with itself nothing changed, even after storing', () => {
  fc.assert(
    fc.property(page, (reading) => {
      expect(compareReadings(reading, reading)).toEqual([]);
      expect(compareReadings(reading, JSON.parse(JSON.stringify(reading)))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('whatever two pages say, the changes fit their schema and nothing is changed in the readings', () => {
  fc.assert(
    fc.property(page, page, (before, after) => {
      const kept = JSON.stringify([before, after]);
      for (const change of compareReadings(before, after))
        expect(changeSchema.safeParse(change).success).toBe(true);
      expect(JSON.stringify([before, after])).toBe(kept);
    }),
    { numRuns: 500 },
  );
});

test('what came is what goes when the two are changed round', () => {
  const opposite: Record<string, string> = {
    'price-down': 'price-up',
    'price-up': 'price-down',
    'product-new': 'product-gone',
    'product-gone': 'product-new',
  };
  const some = fc
    .subarray(goods(30), { minLength: 20 })
    .chain((list) =>
      fc
        .array(amount, { minLength: list.length, maxLength: list.length })
        .map((prices) => list.map((each, index) => ({ ...each, price: prices[index] ?? '1.00' }))),
    );
  fc.assert(
    fc.property(some, some, (one, two) => {
      const kinds = (from: PlainProduct[], to: PlainProduct[]) =>
        compareReadings(listing(from), listing(to)).map(({ kind, key }) => [kind as string, key] as const);
      const there = kinds(one, two).filter(([kind]) => kind in opposite);
      const back = kinds(two, one).filter(([kind]) => kind in opposite);
      expect(back.map((each) => each.join(' ')).sort()).toEqual(
        there.map(([kind, key]) => `${opposite[kind]} ${key}`).sort(),
      );
    }),
    { numRuns: 200 },
  );
});
