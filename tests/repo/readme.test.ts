import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

test('the README names no path of a machine and no registry', () => {
  expect(readme).not.toMatch(/\/work\/|\/root\/|\/home\/|\/Users\/|registry\.npmjs/);
});
