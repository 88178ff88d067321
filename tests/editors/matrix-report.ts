import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/source-files.ts';
import { startNames, textNames } from './cells.ts';
import { type Browser, browsers, limits } from './limits.ts';
import type { MatrixRow, Score } from './run-matrix.ts';
import { type SetupName, setupNames, setups } from './setups.ts';

type Rows = Partial<Record<SetupName, MatrixRow>>;

const folder = join(root, 'test-results');
const rowsFile = (browser: Browser) => join(folder, `insertion-${browser}.json`);

function readRows(browser: Browser): Rows {
  const path = rowsFile(browser);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Rows) : {};
}

/** Begins a run of a browser anew: nothing of an earlier one may stand in its table. */
export function beginReport(browser: Browser): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(rowsFile(browser), '{}');
}

/** Adds an editor's row and writes the table with what there is of both browsers. */
export function report(browser: Browser, row: MatrixRow): void {
  const rows = { ...readRows(browser), [row.setup]: row };
  writeFileSync(rowsFile(browser), JSON.stringify(rows));
  writeFileSync(
    join(folder, 'insertion-matrix.md'),
    matrixTable({ chromium: readRows('chromium'), firefox: readRows('firefox') }),
  );
}

function scoreWords(score: Score | undefined): string {
  if (!score) return '–';
  return `${score.right}/${score.of}${score.limits.map((number) => ` (${number})`).join('')}`;
}

/** The matrix as Markdown, for the engineering notes of the README. */
export function matrixTable(rows: Record<Browser, Rows>): string {
  const names = browsers.map((browser) => (browser === 'chromium' ? 'Chromium' : 'Firefox'));
  const head = names.flatMap((name) => startNames.map((start) => `${name}: ${start}`));
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    `Cells right, of ${textNames.length} texts (${textNames.join(', ')}) each: text in the editor’s model, caret behind it, gone with one step of undo (where an editor groups, together with what was typed just before).`,
    '',
    line(['Editor', ...head]),
    line(['---', ...head.map(() => '---')]),
    ...setupNames.map((setup) =>
      line([
        setups[setup].title,
        ...browsers.flatMap((browser) =>
          startNames.map((start) => scoreWords(rows[browser][setup]?.starts[start])),
        ),
      ]),
    ),
    '',
    ...limits.map(
      (limit, index) =>
        `(${index + 1}) ${limit.browsers.length === browsers.length ? '' : `${limit.browsers.join(', ')}: `}${limit.facets.join(', ')}: ${limit.reason}.`,
    ),
    '',
  ].join('\n');
}
