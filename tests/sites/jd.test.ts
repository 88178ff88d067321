import { expect, test } from 'vitest';
import { literalField, scriptFrom } from '../../utils/sites/shared/script-literal.ts';
import { parsePage } from '../support/parse-page.ts';

test('fields of a JavaScript literal: bare names, both quotes, escapes, no expressions', () => {
  const text = String.raw`product: { modules: ['name'], skuid: 100, name: '\u94dc "x" it\'s', "href" : "//a\/b", src: null, time: +new Date, price: 12.50 }`;
  expect(literalField(text, 'skuid')).toBe('100');
  expect(literalField(text, 'name')).toBe('铜 "x" it\'s');
  expect(literalField(text, 'href')).toBe('//a/b');
  expect(literalField(text, 'price')).toBe('12.50');
  expect(literalField(text, 'src')).toBeUndefined();
  expect(literalField(text, 'time')).toBeUndefined();
  expect(literalField(undefined, 'name')).toBeUndefined();
});

test('a script is found by its marker and read from there', () => {
  const document = parsePage(
    '<html><body><script>var other = 1;</script><script>x(); var pageConfig = { a: 1 }</script></body></html>',
  );
  expect(scriptFrom(document, /\bpageConfig\s*=\s*\{/)).toBe('pageConfig = { a: 1 }');
  expect(scriptFrom(document, /nothing/)).toBeUndefined();
});

test('a literal of ten megabytes without the field is no trouble', () => {
  const text = `product: { name: '${'x'.repeat(10_000_000)}`;
  expect(literalField(text.slice(0, 300_000), 'skuid')).toBeUndefined();
  expect(literalField(text.slice(0, 300_000), 'name')).toBeUndefined();
});
