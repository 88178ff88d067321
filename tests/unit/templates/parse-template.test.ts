import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../../utils/templates/parse-template.ts';
import { askFor, insertOf, variables } from '../../../utils/templates/variables.ts';
import { fillInFields, variablesOf } from '../../../utils/templates/variables-of.ts';

describe('a broken text', () => {
  test.each([
    ['{{ a', 'not-closed', '{{ a'],
    ['{% if a %}b', 'not-closed', 'if'],
    ['{% foo %}', 'unknown-tag', 'foo'],
    ['{% layout "x" %}', 'unknown-tag', 'layout'],
    ['{{ a | shout }}', 'unknown-filter', 'shout'],
    ['{% endif %}', 'unknown-tag', 'endif'],
    ['{{ }}', 'syntax', ''],
    ['{{ first name }}', 'syntax', 'first name'],
    ['{{ a.b. }}', 'syntax', 'a.b.'],
    ['｛｛ 称呼 ｝｝', 'full-width-braces', '｛｛'],
    ['{% render "gone" %}', 'missing-snippet', 'gone'],
    ['{% render a %}', 'snippet-by-variable', 'render a'],
  ])('%s is told as %s with its place', (text, code, detail) => {
    const [problem] = parseTemplate(`one\ntwo ${text}`).problems;
    expect(problem).toMatchObject({ code, place: { line: 2 } });
    expect(problem?.detail).toContain(detail);
    expect(problem?.place.column).toBeGreaterThanOrEqual(5);
    expect(problem?.place.start).toBeGreaterThanOrEqual(8);
  });

  test('has all its problems told, in the order of the text', () => {
    const { problems } = parseTemplate('{{ a | x }} {% foo %}\n{{ b | y }}');
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([
      ['unknown-filter', 1],
      ['unknown-tag', 1],
      ['unknown-filter', 2],
    ]);
  });

  test('a circle of snippets is told with its way, one that puts itself in too', () => {
    const snippets = { b: 'x {% render "c" %}', c: '{% if x %}{% render "a" %}{% endif %}' };
    expect(parseTemplate('{% render "b" %}', { own: 'a', snippets }).problems).toMatchObject([
      { code: 'snippet-cycle', detail: 'a → b → c → a' },
    ]);
    expect(parseTemplate('{% render "a" %}', { own: 'a', snippets: { a: 'old' } }).problems).toMatchObject([
      { code: 'snippet-cycle', detail: 'a → a' },
    ]);
  });

  test('what is wrong in a snippet is told with its name', () => {
    expect(parseTemplate('{% render "b" %}', { snippets: { b: '{{ x' } }).problems).toMatchObject([
      { code: 'not-closed', place: { snippet: 'b' } },
    ]);
  });
});

test.each([
  'plain text with { one } brace and 50 % off',
  '{{ a.b | default: "x" | upcase }}',
  '{% if a == "x" and b != 2 %}{{ c }}{% elsif d contains "e" %}{% endif %}',
  '{% for i in (1..3) %}{{ forloop.index }}{% endfor %}{% comment %}{{ some words }}{% endcomment %}',
  '{{ ask.size | options: \'S | M\', "L" }}',
  '{{ "a b" | tabstop }}{{ a["b c"] }}{% raw %}{{ x y }}{% endraw %}',
  '',
])('%s is whole', (text) => {
  expect(parseTemplate(text).problems).toEqual([]);
});

test('variables are found in their order, with snippets, without what the text sets itself', () => {
  const text =
    '{% assign x = brand.name %}{{ x }}{{ cursor }}\n{% for p in products %}{{ p.title }}{{ forloop.index }}{% endfor %}{% if ask.vip %}{{ comment.author | default: brand.voice }}{% endif %}{% render "s" %}';
  const found = variablesOf(text, {
    s: '{{ order.link }}{% render "t" %}',
    t: '{{ today }}{% render "s" %}',
  });
  expect(found.map(({ path }) => path)).toEqual([
    'brand.name',
    'products',
    'ask.vip',
    'comment.author',
    'brand.voice',
    'order.link',
    'today',
  ]);
  expect(found[1]).toMatchObject({ line: 2, column: 13 });
  expect(variablesOf('{{ a')).toEqual([]);
});

test('fill-in fields come with their choices and defaults', () => {
  const text =
    '{{ ask.size | default: "M" | options: "S", "M" }}{{ ask.order_number }}{% if ask.gift == "yes" %}{{ ask.size }}{% endif %}{% render "s" %}';
  expect(fillInFields(text, { s: '{{ ask["tone of voice"] }}{{ ask.称呼 }}' })).toEqual([
    { name: 'size', label: 'size', options: ['S', 'M'], fallback: 'M' },
    { name: 'order_number', label: 'order number' },
    { name: 'gift', label: 'gift' },
    { name: 'tone of voice', label: 'tone of voice' },
    { name: '称呼', label: '称呼' },
  ]);
});

test('what a chip puts in is whole and asks for what it says', () => {
  for (const variable of variables) {
    const text = insertOf(variable);
    expect(parseTemplate(text).problems, text).toEqual([]);
    expect(variablesOf(text).map(({ path }) => path)).toEqual([variable.path]);
  }
  expect(new Set(variables.map(({ key }) => key)).size).toBe(variables.length);
});

test.each(['order number', '订单号', '3 words', 'a.b', 'x"}} {% if', 'size'])(
  'a field called %s can be asked for',
  (name) => {
    const text = askFor(name);
    expect(parseTemplate(text).problems).toEqual([]);
    expect(fillInFields(text)).toHaveLength(1);
  },
);
