import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReplyContext } from '../../../utils/templates/context-values.ts';
import { fillLimits } from '../../../utils/templates/fill-limits.ts';
import { type Filled, type FillOptions, fillTemplate } from '../../../utils/templates/fill-template.ts';

const now = new Date(2026, 10, 20, 9, 30); // a Friday
function fill(text: string, context: ReplyContext = {}, options: Partial<FillOptions> = {}): Filled {
  return fillTemplate(text, context, { language: 'en', now, ...options });
}
/** The text of a filling that must have worked. */
function textOf(text: string, context: ReplyContext = {}, options: Partial<FillOptions> = {}): string {
  const filled = fill(text, context, options);
  if (filled.state !== 'filled') throw new Error(JSON.stringify(filled));
  return filled.text;
}
const codes = (filled: Filled) =>
  filled.state === 'broken' ? filled.problems.map(({ code }) => code) : filled.state;

describe('variables', () => {
  test('are filled in, with defaults and conditions', () => {
    const context = { person: { first_name: 'Mira' }, product: { title: 'Jug' } };
    expect(textOf('Hi {{ person.first_name }}, the {{product.title}}!', context)).toBe('Hi Mira, the Jug!');
    expect(textOf('{{ person.nick | default: "friend" }}', context)).toBe('friend');
    expect(
      textOf('{% if person.vip %}VIP{% else %}{{ person.first_name | upcase }}{% endif %}', context),
    ).toBe('MIRA');
    expect(textOf('{% if campaign.code == "X" %}a{% endif %}b')).toBe('b');
    expect(textOf('{% case comment.tone %}{% when "angry" %}a{% else %}b{% endcase %}')).toBe('b');
  });

  test('that are missing stop the insert, all of them at once and each with its place', () => {
    const filled = fill('Hi {{ person.first_name }},\nsee {{ order.link }} or {{ ask.other }}', {
      person: { first_name: '  ' },
    });
    expect(filled).toMatchObject({ state: 'unresolved' });
    if (filled.state !== 'unresolved') return;
    expect(
      filled.unresolved.map(({ name, kind, place: { line, column } }) => [name, kind, line, column]),
    ).toEqual([
      ['person.first_name', 'variable', 1, 7],
      ['order.link', 'variable', 2, 8],
      ['ask.other', 'ask', 2, 28],
    ]);
    expect(filled.preview).toEqual([
      { text: 'Hi ' },
      { missing: 'person.first_name' },
      { text: ',\nsee ' },
      { missing: 'order.link' },
      { text: ' or ' },
      { missing: 'ask.other' },
    ]);
  });

  test.each([
    '{% assign x = order.link %}{{ x }}',
    '{{ order.link | upcase }}',
    '{% assign x = order.link | upcase %}{{ x }}',
    '{% capture c %}{{ order.link }}{% endcapture %}{{ c }}',
    '{% for each in order.lines %}{{ each }}{% endfor %}',
    '{{ person.nick | default: order.link }}',
    '{{ order.link.size }}',
    '{{ order["link"] }}',
    '{{ order.link | default: nil }}',
  ])('%s never leaves a blank', (text) => {
    expect(fill(text).state).toBe('unresolved');
    expect(fill(text, { order: { number: '1' } }).state).toBe('unresolved');
  });

  test.each(['size', 'first', 'last', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'a field called %s is missing while nobody answered it',
    (name) => {
      expect(fill(`{{ ask.${name} }}`, {}, { answers: { other: '1' } }).state).toBe('unresolved');
      expect(fill(`{{ ${name} }}`).state).toBe('unresolved');
      if (!name.startsWith('__'))
        expect(textOf(`{{ ask.${name} }}`, {}, { answers: { [name]: 'M' } })).toBe('M');
    },
  );

  test('names may be Chinese', () => {
    expect(textOf('{{ ask.订单号 }}', {}, { answers: { 订单号: 'A-1' } })).toBe('A-1');
  });
});

describe('what comes from a page', () => {
  test.each([
    '{{ brand.name }}',
    '{% assign x = 1 %}',
    '{% raw %}',
    '</script><img src=x onerror=alert(1)>',
    '{{ cursor }}{{ tabstop }}',
    '}}{% endif %}',
  ])('%s is put in as text and nothing else', (hostile) => {
    expect(fill('[{{ comment.text }}]', { comment: { text: hostile }, brand: { name: 'Kiln' } })).toEqual({
      state: 'filled',
      text: `[${hostile}]`,
      tabStops: [],
    });
  });

  test('cannot move the caret, turn the direction or hide anything', () => {
    const filled = fill('{{ comment.text }}!', {
      comment: { text: '\uFDD0a\uFDD1b\uFDD2\u202Ec\u2066\u0000d\r\ne' },
    });
    expect(filled).toEqual({ state: 'filled', text: 'abcd\ne!', tabStops: [] });
  });

  test('whatever it is, it comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (value) => {
        const filled = fill('<{{ comment.text }}>', { comment: { text: value } });
        if (filled.state === 'unresolved') return;
        expect(filled.state).toBe('filled');
        const said = value
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu, '');
        if (filled.state === 'filled') expect(filled.text).toBe(`<${said}>`);
      }),
      { numRuns: 300 },
    );
  });

  test('is cut where it is longer than any comment', () => {
    const text = textOf('{{ comment.text }}', { comment: { text: '好'.repeat(100_000) } });
    expect(text).toHaveLength(fillLimits.value);
  });
});

describe('caret and tab stops', () => {
  test('stand where the template says', () => {
    expect(fill('Hi {{ cursor }}there {{ "name" | tabstop }}, {{ tabstop }}bye {{ cursor }}')).toEqual({
      state: 'filled',
      text: 'Hi there name, bye ',
      caret: 3,
      tabStops: [
        [9, 13],
        [15, 15],
      ],
    });
    expect(fill('a')).toEqual({ state: 'filled', text: 'a', tabStops: [] });
  });

  test('are no more than anybody jumps through', () => {
    const filled = fill('{% for i in (1..99) %}{{ i | tabstop }} {% endfor %}');
    expect(filled.state === 'filled' && filled.tabStops).toHaveLength(fillLimits.tabStops);
  });

  test('count in the text as it will stand there', () => {
    const filled = fill('{{ comment.text }}{{ cursor }}', { comment: { text: '👨‍👩‍👧' } });
    expect(filled).toMatchObject({ caret: '👨‍👩‍👧'.length });
  });
});

test('tags on lines of their own leave no gaps, empty lines that were written stay', () => {
  const text = 'Hi,\n\n{% if campaign.code %}\nUse {{ campaign.code }}\n{% endif %}\n\nBye\n';
  expect(textOf(text)).toBe('Hi,\n\nBye');
  expect(textOf(text, { campaign: { code: 'X' } })).toBe('Hi,\n\nUse X\n\nBye');
  expect(textOf('a\n\n\n\nb')).toBe('a\n\n\n\nb');
});

describe('days and sums', () => {
  test.each([
    ['en', '{{ today }}', 'November 20, 2026'],
    ['de', '{{ today }}', '20. November 2026'],
    ['zh-CN', '{{ today }}', '2026年11月20日'],
    ['en', '{{ today | add_days: 3 | date: "weekday" }}', 'Monday'],
    ['fr', '{{ today | add_days: -1 | date: "weekday" }}', 'jeudi'],
    ['en', '{{ today | add_workdays: 1 | date: "%A" }}', 'Monday'],
    ['en', '{{ today | add_workdays: -5 | date: "%F" }}', '2026-11-13'],
    ['en', '{{ today | date: "%-d %b %Y, %H:%M 100%%" }}', '20 Nov 2026, 09:30 100%'],
    ['zh-CN', '{{ today | date: "%B%-d" }}', '11月20'],
    ['en', '{{ campaign.ends | date: "month_day" }}', 'December 24'],
    ['en', '{{ "now" | date: "%s" | plus: 86400 | date: "%F" }}', '2026-11-21'],
    ['en', '{{ "not a day" | date: "%F" }}', 'not a day'],
    ['en', '{{ product.price }}', '$1,299.50'],
    ['de', '{{ product.price }}', '1.299,50 $'],
    ['xx-bad', '{{ today | date: "%Y" }}', '2026'],
  ])('in %s: %s', (language, text, wanted) => {
    const context = {
      campaign: { ends: { day: '2026-12-24' } },
      product: { price: { amount: '1299.50', currency: 'USD' } },
    };
    expect(textOf(text, context, { language })).toBe(wanted);
  });

  test('a sum of an impossible currency is missing, not wrong', () => {
    expect(
      fill('{{ product.price }}', { product: { price: { amount: '1e9', currency: 'USD' } } }).state,
    ).toBe('unresolved');
    expect(fill('{{ product.price }}', { product: { price: { amount: '1', currency: '$' } } }).state).toBe(
      'unresolved',
    );
  });
});

describe('snippets', () => {
  const snippets = {
    sign: 'Yours, {{ brand.name }}',
    outer: '{% render "sign" %}!',
    a: '{% render "b" %}',
    b: '{% render "a" %}',
  };
  test('see the variables, and may hold others', () => {
    expect(textOf('{% render "outer" %}', { brand: { name: 'Kiln' } }, { snippets })).toBe('Yours, Kiln!');
    expect(textOf('{% include "sign" %}', { brand: { name: 'Kiln' } }, { snippets })).toBe('Yours, Kiln');
  });
  test('what is missing in one is told with its name', () => {
    const filled = fill('{% render "outer" %}', {}, { snippets });
    expect(filled).toMatchObject({
      state: 'unresolved',
      unresolved: [{ name: 'brand.name', place: { snippet: 'sign' } }],
    });
  });
  test('a circle, a missing one and one by variable are refused', () => {
    expect(codes(fill('{% render "a" %}', {}, { snippets }))).toEqual(['snippet-cycle']);
    expect(codes(fill('{% render "c" %}', {}, { snippets }))).toEqual(['missing-snippet']);
    expect(codes(fill('{% assign c = "a" %}{% render c %}', {}, { snippets }))).toEqual([
      'snippet-by-variable',
    ]);
  });
});

test.each([
  '{% for i in (1..100000) %}{% for j in (1..100000) %}{{ i }}{% endfor %}{% endfor %}',
  '{% for i in (1..1000000000) %}a{% endfor %}',
  '{% for i in (1..5000) %}{% for j in (1..5000) %}{% endfor %}{% endfor %}',
  // short in time and in text: the number of steps is what ends it, on a fast machine as on a slow one
  '{% for i in (1..150) %}{% for j in (1..150) %}x{% endfor %}{% endfor %}',
  '{% assign x = "aaaaaaaaaa" %}{% for i in (1..1000) %}{% assign x = x | append: x %}{% endfor %}{{ x }}',
  '{% for i in (1..1000) %}{{ comment.text }}{% endfor %}',
  '{% capture c %}{% for i in (1..15000) %}{{ comment.text }}{% endfor %}{% endcapture %}{{ c }}',
])('%s ends, and says that it is too much', (text) => {
  expect(codes(fill(text, { comment: { text: 'x'.repeat(5_000) } }))).toContain('too-much-work');
});

test('a text that is too long is refused before it is read', () => {
  expect(codes(fill('a'.repeat(fillLimits.source + 1)))).toEqual(['too-long']);
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    ' if ',
    'endif',
    'for i in x',
    'ask.a',
    '|',
    'date:',
    '"',
    "'",
    '\n',
    'render "s"',
    '{{ cursor }}',
    '好',
    '(',
    '1..9',
    '.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      expect(['filled', 'unresolved', 'broken']).toContain(
        fill(pieces.join(''), {}, { snippets: { s: 'x' } }).state,
      );
    }),
    { numRuns: 500 },
  );
});
