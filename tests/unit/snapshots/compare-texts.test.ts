import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../utils/domain/snapshot.ts';
import { compareTexts } from '../../../utils/snapshots/compare-texts.ts';
import { wordDiff, wordsOf } from '../../../utils/snapshots/word-diff.ts';
import { listing, productPage } from '../../support/sample-readings.ts';

const block = (text: string, more: Partial<TextBlock> = {}): TextBlock => ({
  key: `p:${text.slice(0, 8)}`,
  tag: 'p',
  region: 'main',
  text,
  ...more,
});
const at = (key: string, text: string) => block(text, { key });
const between = (before: TextBlock[], after: TextBlock[]) => compareTexts(before, after);

describe('texts', () => {
  test('one that says something else is one change, with both sides', () => {
    expect(
      between(
        [at('p:1', 'Free shipping over 40'), at('p:2', 'Made by hand')],
        [at('p:1', 'Free shipping over 60'), at('p:2', 'Made by hand')],
      ),
    ).toEqual([
      {
        kind: 'text',
        key: 'p:1',
        from: 'Free shipping over 40',
        to: 'Free shipping over 60',
        severity: 'low',
      },
    ]);
  });

  test('one that was put in before all others changes no other', () => {
    const old = ['One thing', 'Another thing', 'A third thing'].map((text, index) =>
      at(`p:${index + 1}`, text),
    );
    const now = ['Winter sale', 'One thing', 'Another thing', 'A third thing'].map((text, index) =>
      at(`p:${index + 1}`, text),
    );
    expect(between(old, now)).toMatchObject([{ kind: 'text', to: 'Winter sale' }]);
    expect(between(old, now)[0]?.from).toBeUndefined();
  });

  test('that only moved, count or tick are none', () => {
    expect(between([block('One thing'), block('Another')], [block('Another'), block('One thing')])).toEqual(
      [],
    );
    expect(between([block('12 people are looking')], [block('3 people are looking')])).toEqual([]);
  });

  test.each(['navigation', 'footer', 'notice', 'advert', 'recommended', 'card'] as const)(
    'in %s are not compared',
    (region) => {
      expect(between([block('One thing', { region })], [block('Another thing', { region })])).toEqual([]);
    },
  );

  test('prices, states and what the reading tells are the reading’s', () => {
    const readings = [listing([{ id: '1', title: 'Brass bell' }]), listing([{ id: '2', title: 'Tin bell' }])];
    expect(
      compareTexts(
        [block('Brass bell'), block('$ 12.50'), block('In stock')],
        [block('Tin bell'), block('¥ 1,200'), block('售罄')],
        readings,
      ),
    ).toEqual([]);
  });

  test('a page written anew is one change', () => {
    const page = (word: string) =>
      Array.from({ length: 40 }, (_each, index) =>
        at(`p:${index}`, `${word} number ${String.fromCharCode(97 + (index % 26))}${index}`),
      );
    expect(between(page('Bell'), page('Mug'))).toEqual([
      { kind: 'text', key: 'page', from: 40, to: 40, severity: 'low' },
    ]);
  });
});

describe('words', () => {
  test('a number is one word, Chinese is cut into words, and nothing is lost', () => {
    expect(wordsOf('from $63.50 now')).toEqual(['from', ' ', '$63.50', ' ', 'now']);
    expect(wordsOf('全场包邮，仅限今天').length).toBeGreaterThan(3);
    for (const text of ['全场包邮，仅限今天', 'a  b\tc', '¥12.80/件 — 八折!', '😀 ok'])
      expect(wordsOf(text).join('')).toBe(text);
  });

  test('what was taken out and put in', () => {
    expect(wordDiff('Now 63 EUR only', 'Now 66 EUR only')).toEqual([
      { kind: 'same', text: 'Now ' },
      { kind: 'removed', text: '63' },
      { kind: 'added', text: '66' },
      { kind: 'same', text: ' EUR only' },
    ]);
    expect(wordDiff('本周全场包邮', '本周全场八折').map(({ kind }) => kind)).toContain('same');
  });

  test('both sides can be put together again, also of two long texts with nothing in common', () => {
    const long = (word: string) =>
      Array.from({ length: 6_000 }, (_each, index) => `${word}${index}`).join(' ');
    const pairs: [string, string][] = [
      ['one two three', 'one 2 three four'],
      [long('a'), long('b')],
      ['', 'x'],
      ['x', ''],
    ];
    for (const [before, after] of pairs) {
      const parts = wordDiff(before, after);
      const side = (not: string) =>
        parts
          .filter(({ kind }) => kind !== not)
          .map(({ text }) => text)
          .join('');
      expect(side('added')).toBe(before);
      expect(side('removed')).toBe(after);
    }
  });
});

describe('what a product’s page repeats of its title and price', () => {
  const texts = (name: string, price: string) => [
    at('p:1', `Write a review of ${name}`),
    at('p:2', `New from ${price} € with free shipping over 29,00 €`),
  ];
  const before = productPage({ id: 'b1', title: 'Brass bell', price: '1048.50' });
  const changes = (title: string, price: string, after: TextBlock[]) =>
    compareTexts(texts('Brass bell', '1.048,50'), after, [before, productPage({ id: 'b1', title, price })]);

  test('is no text of its own where the readings tell the change', () => {
    expect(changes('Great bell', '999.00', texts('Great bell', '999,00'))).toEqual([]);
  });

  test('is one where they do not, and other words beside it are', () => {
    expect(changes('Brass bell', '1048.50', texts('Brass bell', '999,00'))).toMatchObject([{ key: 'p:2' }]);
    const [review, price] = texts('Great bell', '999,00');
    const after = [at('p:1', `${review?.text}, win a bell`), ...(price ? [price] : [])];
    expect(changes('Great bell', '999.00', after)).toMatchObject([{ key: 'p:1' }]);
  });
});
