import { describe, expect, it } from 'vitest';
import { dataUnder, sameItem } from '../../utils/sites/aliexpress/state.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage } from '../support/parse-page.ts';

describe('numbers of AliExpress items', () => {
  it('are one on the American site and the others', () => {
    expect(sameItem('1005007805540867', '3256807619226115')).toBe(true);
    expect(sameItem(3256807619226115, '1005007805540867')).toBe(true);
    expect(sameItem('1005007805540868', '3256807619226115')).toBe(false);
    for (const id of [undefined, null, 'x', '', '1e5', ['1005007805540867']])
      expect(sameItem(id, '1005007805540867')).toBe(false);
  });
});

describe('data that a script assigns', () => {
  const found = (script: string) =>
    dataUnder(parsePage(`<html><body><script>${script}</script></body></html>`), 'runParams');

  it('are found under a bare or a quoted name, after mentions of the name', () => {
    expect(found('window.runParams = { data: {"a":1}, csrf: "x" }')).toEqual({ a: 1 });
    expect(found('if (window.runParams) { go() } window.runParams = {"data":{"a":2}};')).toEqual({ a: 2 });
    expect(found('window.runParams = {};')).toBeUndefined();
    expect(found('window.runParams = { data: {"a":1')).toBeUndefined();
  });

  it('are given up in time where the name stands a hundred thousand times', () => {
    expect(found(`${'runParams '.repeat(100_000)} data: {`)).toBeUndefined();
  });
});

it('reads a price that is drawn letter by letter', () => {
  const letters = [...'US $1,234.56']
    .map((letter) => `<span>${letter === ' ' ? '&nbsp;' : letter}</span>`)
    .join('');
  const page = parsePage(
    `<html lang="en"><body><h1 data-pl="product-title">Bell</h1><div class="price--current--x">${letters}</div></body></html>`,
  );
  const { product } = readPage(page, 'https://www.aliexpress.com/item/1005006000000001.html');
  expect(product?.price?.value).toEqual({ amount: '1234.56', currency: 'USD' });
});
