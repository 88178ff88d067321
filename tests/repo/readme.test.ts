import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setups } from '../editors/setups.ts';
import { matrixBegin, matrixEnd } from '../support/readme-matrix.ts';
import { platformTable, tableBegin, tableEnd } from '../support/readme-table.ts';
import { root } from '../support/source-files.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

test("the README's table of platforms is the registry's", () => {
  const begin = readme.indexOf(tableBegin);
  const end = readme.indexOf(tableEnd);
  expect(begin).toBeGreaterThan(0);
  // the formatter pads the columns
  const plain = (table: string) =>
    table
      .trim()
      .replace(/ +/g, ' ')
      .replace(/-{3,}/g, '---')
      .replace(/ (?=-)|(?<=-) /g, '');
  expect(plain(readme.slice(begin + tableBegin.length, end))).toBe(plain(platformTable()));
});

test("the README's table of insertion has every editor, in both browsers", () => {
  const begin = readme.indexOf(matrixBegin);
  const end = readme.indexOf(matrixEnd);
  expect(begin).toBeGreaterThan(0);
  const rows = readme
    .slice(begin + matrixBegin.length, end)
    .split('\n')
    .filter((line) => /^\| .*\d\/\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.map(([, title]) => title)).toEqual(Object.values(setups).map(({ title }) => title));
  // four starts in two browsers, none left out
  for (const [, title, ...cells] of rows) {
    expect(cells.slice(0, -1), title).toHaveLength(8);
    for (const cell of cells.slice(0, -1)) expect(cell, title).toMatch(/^\d+\/\d+( \(\d+\))*$/);
  }
});

test('the README names no path of a machine and no registry', () => {
  expect(readme).not.toMatch(/\/work\/|\/root\/|\/home\/|\/Users\/|registry\.npmjs/);
});
