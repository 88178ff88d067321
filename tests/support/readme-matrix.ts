/**
 * `node tests/support/readme-matrix.ts`: puts the table of the last insertion runs in both browsers (`test-results/insertion-matrix.md`, written
 * by `playwright test tests/e2e/chromium/insertion.spec.ts` and the same in Firefox) between its marks in the README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-files.ts';

export const matrixBegin =
  '<!-- insertion:begin (from the insertion tests of both browsers: node tests/support/readme-matrix.ts) -->';
export const matrixEnd = '<!-- insertion:end -->';

/** @returns the text with another table between its marks */
export function withMatrix(readme: string, table: string): string {
  const begin = readme.indexOf(matrixBegin);
  const end = readme.indexOf(matrixEnd);
  if (begin < 0 || end < begin) throw new Error('the README has no place for the table');
  return `${readme.slice(0, begin + matrixBegin.length)}\n\n${table.trim()}\n\n${readme.slice(end)}`;
}

if (import.meta.main) {
  const path = join(root, 'README.md');
  const table = readFileSync(join(root, 'test-results/insertion-matrix.md'), 'utf8');
  if (/\| – /.test(table)) throw new Error('a run is missing: both browsers, every editor');
  writeFileSync(path, withMatrix(readFileSync(path, 'utf8'), table));
}
