import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameOf, readJsonLd, text, typesOf } from '../../utils/sites/shared/json-ld.ts';
import { parseLooseJson } from '../../utils/sites/shared/json-repair.ts';
import { parsePage } from '../support/parse-page.ts';

function nodesIn(...scripts: string[]) {
  const html = scripts.map((source) => `<script type="application/ld+json">${source}</script>`).join('');
  return readJsonLd(parsePage(`<!doctype html><html><head>${html}</head><body></body></html>`));
}

test('every node of every script, arrays and @graph flattened, in page order', () => {
  const nodes = nodesIn(
    '{"@type":"A"}',
    '[{"@type":"B"},[{"@type":"C"}]]',
    '{"@type":"D","@graph":[{"@type":"E"},{"@graph":{"@type":"F"}}]}',
  );
  expect(nodes.flatMap(typesOf)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
});

test('types are bare names, whatever stands before them', () => {
  expect(typesOf({ '@type': ['https://schema.org/Product', 'schema:Thing', 'Offer', 7] })).toEqual([
    'Product',
    'Thing',
    'Offer',
  ]);
});

describe('what shops write instead of JSON', () => {
  test.each([
    ['raw line breaks in a string', '{"name":"two\nlines"}', 'two\nlines'],
    ['a tab and a bell', '{"name":"a\tb\u0007c"}', 'a\tb\u0007c'],
    ['trailing commas', '{"name":"x","list":[1,2,],}', 'x'],
    ['CDATA', '//<![CDATA[\n{"name":"x"}\n//]]>', 'x'],
    ['CDATA in block comments', '/*<![CDATA[*/{"name":"x"}/*]]>*/', 'x'],
    ['an HTML comment', '<!-- {"name":"x"} -->', 'x'],
    ['comments inside', '{/* one */"name":"x" // two\n}', 'x'],
    ['a last semicolon', '{"name":"x"};', 'x'],
    ['escapes of JavaScript', String.raw`{"name":"it\'s"}`, "it's"],
    ['unescaped quotes', '{"name":"5" pipe"}', '5" pipe'],
    ['entities for its quotes', '{&quot;name&quot;:&quot;x&quot;}', 'x'],
    ['a byte order mark', '\uFEFF{"name":"x"}', 'x'],
    ['a comment mark inside a string', '{"name":"https://x.example/*a*/","b":1,}', 'https://x.example/*a*/'],
    ['a comma before a bracket inside a string', '{"name":"a,] b","b":[1,]}', 'a,] b'],
  ])('%s', (_, source, name) => {
    expect(parseLooseJson(source)).toMatchObject({ name });
  });

  test.each([['{"name":'], ['{"a" "b"}'], ['alert(1)'], ['{name: "x"}'], ['undefined'], ['']])(
    'what is no JSON stays none: %s',
    (source) => {
      expect(parseLooseJson(source)).toBeUndefined();
    },
  );

  test('a broken script does not take the others with it', () => {
    expect(nodesIn('{"@type":', '{"@type":"B"}').flatMap(typesOf)).toEqual(['B']);
  });
});

describe('text of a value', () => {
  test.each([
    ['plain', ' Bell ', 'Bell'],
    ['entities', 'Salt &amp; Pepper &#8211; &eacute;t&eacute;', 'Salt & Pepper – été'],
    ['entities escaped twice', 'Big Mom&amp;#039;s', "Big Mom's"],
    ['unknown and forbidden references stay', '&unknown; &#0; &#xD800; R&D', '&unknown; &#0; &#xD800; R&D'],
    ['a number', 7.5, '7.5'],
    ['a value with a language', { '@value': 'Glocke', '@language': 'de' }, 'Glocke'],
    ['the first of several', [{}, '', 'a', 'b'], 'a'],
  ])('%s', (_, value, expected) => {
    expect(text(value)).toBe(expected);
  });

  test('has none in objects, truth values and nothing', () => {
    for (const value of [{}, { name: 'x' }, true, null, undefined, '', [], Number.NaN]) {
      expect(text(value)).toBeUndefined();
    }
  });

  test('a name is a string or stands in an object', () => {
    expect(nameOf('Vaga')).toBe('Vaga');
    expect(nameOf([{}, { '@type': 'Brand', name: 'Vaga' }])).toBe('Vaga');
    expect(nameOf({ '@id': '#x' })).toBeUndefined();
  });
});

test('hostile keys reach no other object', () => {
  const [node] = nodesIn(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"@type":"A",}',
  );
  expect(node && typesOf(node)).toEqual(['A']);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('deep nesting and huge arrays end', () => {
  const deep = `${'{"@graph":['.repeat(5_000)}${']}'.repeat(5_000)}`;
  expect(nodesIn(deep).length).toBeLessThan(100);
  const broken = `${'['.repeat(100_000)}`;
  expect(nodesIn(broken)).toEqual([]);
  expect(nodesIn(`[${'{},'.repeat(50_000)}{}]`).length).toBeLessThanOrEqual(20_000);
});

test('any text gives a value or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (source) => {
      expect(() => parseLooseJson(source)).not.toThrow();
    }),
  );
});

test('valid JSON comes through as it is', () => {
  fc.assert(
    fc.property(fc.json(), (source) => {
      expect(parseLooseJson(source)).toEqual(JSON.parse(source));
    }),
  );
});
