import { describe, expect, test } from 'vitest';
import { random } from '../../support/generated-shops.ts';
import { lookingAgain } from '../../support/looking-again.ts';
import { goods, listing, type PlainProduct } from '../../support/sample-readings.ts';

/** What each of some looks at one list shows to be different: `kind key` in any order. */
function told(...lists: PlainProduct[][]): string[][] {
  const see = lookingAgain();
  return lists.map((list) =>
    see({ reading: listing(list) })
      .map(({ kind, key }) => `${kind} ${key}`)
      .sort(),
  );
}

const all = goods(60);
const half = all.slice(0, 30);
const other = (at: number, more: PlainProduct) => all.with(at, { ...all[at], ...more });
const without = (list: PlainProduct[], ...places: number[]) =>
  list.filter((_plain, at) => !places.includes(at));

describe('after a half-loaded look', () => {
  test.each<[string, PlainProduct[], string[]]>([
    ['another price', other(45, { price: '1.00' }), ['price-down g45']],
    ['a product that is sold out', other(45, { availability: 'out-of-stock' }), ['sold-out g45']],
    ['another title', other(45, { title: 'Ship bell' }), ['title g45']],
    ['a promotion', other(45, { listPrice: '900.00' }), ['promotion-started g45']],
    ['a product that is gone', without(all, 45), ['product-gone g45']],
    ['the last product gone', without(all, 59), ['product-gone g59']],
    [
      'products gone from both halves',
      without(all, 3, 40, 50),
      ['product-gone g3', 'product-gone g40', 'product-gone g50'],
    ],
    ['a new product', all.toSpliced(45, 0, { id: 'n', title: 'New', price: '1.00' }), ['product-new n']],
    ['a new product at the end', [...all, { id: 'n', title: 'New', price: '1.00' }], ['product-new n']],
    ['another currency', all.map((plain) => ({ ...plain, price: '99.00 USD' })), []],
    ['another order', all.toReversed(), []],
    ['places', [...all.slice(0, 31), ...all.slice(50), ...all.slice(31, 50)], []],
    ['one moved to the top from below', [...all.slice(45, 46), ...without(all, 45)], []],
  ])('the next whole one names %s of the other half, once', (_what, now, expected) => {
    expect(told(all, half, now, now)).toEqual([[], [], expected, []]);
    const part = now.slice(0, 30);
    expect(told(all, half, half.slice(0, 12), half, now, part, now).slice(3)).toEqual([[], expected, [], []]);
  });

  test('a change is against the look that it comes from', () => {
    const see = lookingAgain();
    const price = (amount: string) => ({ reading: listing(other(45, { price: amount })) });
    see(price('20.00'));
    see(price('10.00'));
    see({ reading: listing(half) });
    see({ reading: listing(half) });
    expect(see(price('5.00'))).toMatchObject([{ kind: 'price-down', from: '10.00 EUR', to: '5.00 EUR' }]);
  });

  test('what a product does between two half-loaded looks is seen as far as they reach', () => {
    const cheaper = other(35, { price: '1.00' });
    expect(told(all, half, cheaper.slice(0, 45), cheaper)).toEqual([[], [], ['price-down g35'], []]);
    const fewer = without(all, 20, 35, 55);
    expect(told(all, half, fewer.slice(0, 45), fewer)).toEqual([
      [],
      [],
      ['product-gone g20', 'product-gone g35'],
      ['product-gone g55'],
    ]);
  });

  test('what slides out below the end, or in above it, is neither gone nor new', () => {
    const fresh = { id: 'n', title: 'New', price: '1.00' };
    const longer = [fresh, ...all];
    expect(told(all, half, longer.slice(0, 30), longer)).toEqual([[], [], ['product-new n'], []]);
    const shorter = without(all, 2);
    expect(told(all, half, shorter.slice(0, 30), shorter)).toEqual([[], [], ['product-gone g2'], []]);
  });

  test('a shop that has only the half left still says what leaves it', () => {
    expect(told(all, half, without(half, 28), without(half, 12, 28))).toEqual([
      [],
      [],
      ['product-gone g28'],
      ['product-gone g12'],
    ]);
  });

  test('a page that loads a dozen at a time is not gone by the dozen', () => {
    expect(told(all, all.slice(0, 48), all.slice(0, 36), all.slice(0, 48), all)).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    const scattered = without(all, ...Array.from({ length: 12 }, (_each, n) => 4 * n + 8));
    expect(told(all, scattered)[1]).toHaveLength(12);
  });

  test('rows that have the id of others are told apart as they were', () => {
    const shared = all.map((plain, at) => ({ ...plain, id: `g${at % 50}` }));
    const now = shared.map((plain, at) => (at === 55 ? { ...plain, price: '1.00' } : plain));
    expect(told(shared, shared.slice(0, 30), now)[2]).toEqual(['price-down https://bells.example/bell-55']);
  });
});

test('however far looks go, a price that is another one than when it was last seen is named, and nothing else', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = random(seed);
    const step = [12, 15, 20, 30][seed % 4] ?? 12;
    let shop = goods(step * (2 + Math.floor(next() * 3)));
    const last = new Map<string, string>();
    const see = lookingAgain();
    for (let visit = 0; visit < 12; visit++) {
      for (let changes = Math.floor(next() * 4); changes > 0; changes--) {
        const at = Math.floor(next() * shop.length);
        const price = `${10 + Math.floor(next() * 80)}.00`;
        shop = shop.map((plain, index) => (index === at ? { ...plain, price } : plain));
      }
      const sorted = next() < 0.2 ? shop.toReversed() : shop;
      // fewer than a third of before would not be this page
      const least = Math.ceil(shop.length / step / 3);
      const steps = visit === 0 ? 9 : least + Math.floor(next() * 4);
      const shown = sorted.slice(0, steps * step);
      const found = see({ reading: listing(shown) }).filter(({ kind }) => !kind.startsWith('moved'));
      const expected = shown.flatMap(({ id = '', price = '' }) => {
        const old = last.get(id);
        return old === undefined || old === price ? [] : [`${id} ${old} EUR ${price} EUR`];
      });
      expect(found.map(({ key, from, to }) => `${key} ${from} ${to}`).sort(), `${seed} ${visit}`).toEqual(
        expected.sort(),
      );
      for (const { id = '', price = '' } of shown) last.set(id, price);
    }
  }
});
