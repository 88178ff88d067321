import { describe, expect, test } from 'vitest';
import { compareReadings } from '../../../utils/snapshots/compare-readings.ts';
import { goods, listing, named, type PlainProduct, productPage } from '../../support/sample-readings.ts';

const bell: PlainProduct = {
  id: 'b1',
  title: 'Brass bell',
  url: 'https://bells.example/bell',
  price: '40.00',
};
const between = (before: PlainProduct, after: PlainProduct) =>
  compareReadings(productPage(before), productPage(after));

describe('prices', () => {
  test('down and up, with percent and severity', () => {
    expect(between(bell, { ...bell, price: '30.00' })).toEqual([
      {
        kind: 'price-down',
        key: 'b1',
        title: 'Brass bell',
        from: '40.00 EUR',
        to: '30.00 EUR',
        percent: -25,
        severity: 'high',
      },
    ]);
    expect(between(bell, { ...bell, price: '41.00' })).toMatchObject([
      { kind: 'price-up', percent: 2.5, severity: 'low' },
    ]);
  });

  test('the same amount written otherwise is the same price', () => {
    expect(between({ ...bell, price: '40.5' }, { ...bell, price: '40.50' })).toEqual([]);
  });

  test('another currency is another visitor, whatever else the price says', () => {
    expect(
      between({ ...bell, price: '40.00 EUR' }, { ...bell, price: '43.10 USD', listPrice: '50.00 USD' }),
    ).toEqual([]);
  });

  test('a range compares by its lower end and says so', () => {
    const range = { ...bell, price: '20.00', priceMax: '35.00' };
    expect(between(range, { ...range, price: '18.00' })).toMatchObject([
      { kind: 'price-down', from: '20.00–35.00 EUR', to: '18.00–35.00 EUR', percent: -10 },
    ]);
    expect(between(range, { ...range, priceMax: '39.00' })).toEqual([]);
    expect(
      between({ ...bell, raw: 'From 40,00 €' }, { ...bell, price: '36.00', raw: 'From 36,00 €' }),
    ).toMatchObject([{ from: '40.00– EUR', to: '36.00– EUR' }]);
  });

  test('a price that was not read is no change', () => {
    const { price: _price, ...without } = bell;
    expect(between(bell, without)).toEqual([]);
    expect(between(without, bell)).toEqual([]);
  });
});

describe('promotions', () => {
  test('a struck price that appears or vanishes', () => {
    const sale = { ...bell, listPrice: '50.00' };
    expect(between(bell, sale)).toMatchObject([{ kind: 'promotion-started', to: '50.00 EUR' }]);
    expect(between(sale, bell)).toMatchObject([{ kind: 'promotion-ended', from: '50.00 EUR' }]);
    expect(named(between(bell, { ...bell, price: '32.00', listPrice: '40.00' }))).toEqual([
      'price-down b1',
      'promotion-started b1',
    ]);
  });

  test('a countdown in its words goes on and is the same promotion', () => {
    const ends = (clock: string) => ({ ...bell, promotions: [`20% off, ends in ${clock}`] });
    expect(between(ends('02:11:09'), ends('01:58:30'))).toEqual([]);
    expect(between(ends('02:11:09'), { ...bell, promotions: ['30% off, ends in 02:11:09'] })).toMatchObject([
      { kind: 'promotion-started' },
      { kind: 'promotion-ended' },
    ]);
  });

  test('"only 3 left" announces nothing', () => {
    expect(between(bell, { ...bell, promotions: ['Only 3 left', '仅剩2件'] })).toEqual([]);
  });

  test('a promotion is not over where the price was not read', () => {
    const { price: _price, ...unread } = bell;
    expect(between({ ...bell, listPrice: '50.00', promotions: ['Winter sale'] }, unread)).toEqual([]);
  });
});

describe('stock', () => {
  test.each([
    ['in-stock', 'out-of-stock', ['sold-out b1']],
    ['limited', 'discontinued', ['sold-out b1']],
    ['out-of-stock', 'in-stock', ['restocked b1']],
    ['in-stock', 'limited', []],
    ['out-of-stock', 'discontinued', []],
  ] as const)('%s, then %s', (from, to, changes) => {
    expect(named(between({ ...bell, availability: from }, { ...bell, availability: to }))).toEqual(changes);
  });

  test('a stock of none is sold out', () => {
    expect(named(between({ ...bell, stock: 4 }, { ...bell, stock: 0 }))).toEqual(['sold-out b1']);
    expect(between({ ...bell, stock: 4 }, { ...bell, stock: 3 })).toEqual([]);
  });

  test('where only the sold out are marked, a new mark counts, and a mark that went while others are marked', () => {
    const [one, two] = [{ ...bell }, { id: 'b2', title: 'Tin bell', price: '9.00' }];
    const out = (plain: PlainProduct): PlainProduct => ({ ...plain, availability: 'out-of-stock' });
    expect(named(compareReadings(listing([one, two]), listing([out(one), two])))).toEqual(['sold-out b1']);
    expect(named(compareReadings(listing([out(one), out(two)]), listing([one, out(two)])))).toEqual([
      'restocked b1',
    ]);
    // nothing is marked any more: the marks may only not be read
    expect(compareReadings(listing([out(one), two]), listing([one, two]))).toEqual([]);
  });
});

describe('lists', () => {
  test('new and gone, with their places', () => {
    const all = goods(20);
    const fresh = { id: 'n1', title: 'New bell', price: '5.00' };
    const after = [...all.slice(0, 3), fresh, ...all.slice(4)];
    expect(compareReadings(listing(all), listing(after))).toMatchObject([
      { kind: 'product-new', key: 'n1', title: 'New bell', to: 4 },
      { kind: 'product-gone', key: 'g3', from: 4 },
    ]);
  });

  test.each([
    ['turned round', (all: PlainProduct[]) => all.toReversed()],
    ['sorted by price', (all: PlainProduct[]) => all.toSorted((a, b) => Number(a.price) - Number(b.price))],
    [
      'with neighbours changed',
      ([one, two, ...rest]: PlainProduct[]) => [two, one, ...rest] as PlainProduct[],
    ],
    ['with some twice', (all: PlainProduct[]) => [...all, ...all.slice(0, 4)]],
    ['half loaded', (all: PlainProduct[]) => all.slice(0, 30)],
    ['turned round and half loaded', (all: PlainProduct[]) => all.toReversed().slice(0, 30)],
    [
      'sorted by price and half loaded',
      (all: PlainProduct[]) => all.toSorted((a, b) => Number(a.price) - Number(b.price)).slice(0, 30),
    ],
  ])('a list %s is no news', (_how, changed) => {
    const all = goods(60);
    expect(compareReadings(listing(all), listing(changed(all)))).toEqual([]);
    expect(compareReadings(listing(changed(all)), listing(all))).toEqual([]);
  });

  test('a third of the products gone from all over a list in its old order is news', () => {
    const all = goods(60);
    const left = all.filter((_product, at) => at % 3 !== 1);
    const found = compareReadings(listing(all), listing(left));
    expect(found.filter(({ kind }) => kind === 'product-gone').length).toBeGreaterThan(12);
  });

  test('one product moved to the top is', () => {
    const all = goods(30);
    const [last] = all.slice(-1);
    expect(
      compareReadings(listing(all), listing([...(last ? [last] : []), ...all.slice(0, -1)])),
    ).toMatchObject([{ kind: 'moved-up', key: 'g29', from: 30, to: 1 }]);
  });

  test('what is put in above moves nobody', () => {
    const all = goods(30);
    const found = compareReadings(listing(all), listing([{ id: 'n', title: 'New', price: '1.00' }, ...all]));
    expect(named(found)).toEqual(['product-new n']);
  });

  test('the same id everywhere says nothing: addresses tell the products apart', () => {
    const all = goods(10).map((plain) => ({ ...plain, id: '0' }));
    const after = all
      .toReversed()
      .map((plain) => (plain.title === 'Bell number 4' ? { ...plain, price: '1.00' } : plain));
    expect(named(compareReadings(listing(all), listing(after)))).toEqual([
      'price-down https://bells.example/bell-4',
    ]);
  });

  test('ids that only number the rows are none', () => {
    const numbered = (all: PlainProduct[]) =>
      all.map((plain, index) => ({ ...plain, id: String(index + 1) }));
    const all = goods(24);
    expect(compareReadings(listing(numbered(all)), listing(numbered(all.toReversed())))).toEqual([]);
  });

  test('by title where id and address are others, and only where one has it', () => {
    const old = { id: '100', title: 'Brass bell', url: 'https://bells.example/itm/100', price: '9.00' };
    expect(
      named(
        compareReadings(
          listing([old]),
          listing([{ ...old, id: '200', url: 'https://bells.example/itm/200', price: '8.00' }]),
        ),
      ),
    ).toEqual(['price-down 200']);
    const twins = (first: number) =>
      [0, 1].map((index) => ({ id: `${first + index}`, title: 'Bell', price: '9.00' }));
    expect(named(compareReadings(listing(twins(10)), listing(twins(20)))).sort()).toEqual([
      'product-gone 10',
      'product-gone 11',
      'product-new 20',
      'product-new 21',
    ]);
  });

  test('a title cut shorter for a smaller screen is the same title', () => {
    const [long, short] = ['Hand-thrown brass bell with a walnut handle', 'Hand-thrown brass bell with…'];
    expect(
      compareReadings(listing([{ ...bell, title: long }]), listing([{ ...bell, title: short }])),
    ).toEqual([]);
    expect(
      named(
        compareReadings(
          listing([{ ...bell, title: long }]),
          listing([{ ...bell, title: 'Hand-thrown tin bell' }]),
        ),
      ),
    ).toEqual(['title b1']);
  });

  test('pictures under other names: one is a change, all together are another server', () => {
    const all = goods(12);
    const renamed = (plain: PlainProduct, index: number) => ({
      ...plain,
      imageUrl: `https://cdn.bells.example/${index}abcdefgh.webp`,
    });
    expect(
      named(
        compareReadings(
          listing(all),
          listing(all.map((plain, index) => (index === 5 ? renamed(plain, index) : plain))),
        ),
      ),
    ).toEqual(['picture g5']);
    expect(compareReadings(listing(all), listing(all.map(renamed)))).toEqual([]);
  });

  test('one picture on another server may be the same picture', () => {
    const at = (imageUrl: string) => productPage({ ...bell, imageUrl });
    const old = at('https://cdn-1.bells.example/files/bell-one.jpg');
    expect(named(compareReadings(old, at('https://cdn-2.bells.example/files/bell-two.jpg')))).toEqual([
      'picture b1',
    ]);
    expect(compareReadings(old, at('https://img.pictures.example/m/8sh2k1q9.webp'))).toEqual([]);
  });

  test('pictures that were seen are told by what they show', () => {
    const [old, other] = ['https://a.example/bell-one.jpg', 'https://b.example/x9y8z7w6.webp'];
    const changes = (hash: string) =>
      compareReadings(productPage({ ...bell, imageUrl: old }), productPage({ ...bell, imageUrl: other }), {
        pictures: new Map([
          [old, '00ff00ff00ff00ff'],
          [other, hash],
        ]),
      });
    expect(changes('00ff00ff00ff00fe')).toEqual([]);
    expect(named(changes('ff00ff00ff00ff00'))).toEqual(['picture b1']);
  });
});
