import Papa from 'papaparse';
import { pauses } from './pause.ts';
import { type Delimiter, delimiters, refused, type Table, tableLimits } from './table-limits.ts';

/** Characters parsed at a time, so that a file of thirty megabytes does not hold the page. */
const piece = 200_000;
/** An open quotation mark makes everything up to the next one a single cell: beyond this nobody meant that. */
const longestRow = 4_000_000;

interface Parsed {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
}

/** The separator under which the first lines have the most columns, the same number in nearly all of them. */
export function guessDelimiter(text: string): Delimiter {
  const first = text.slice(0, 50_000);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(first, { delimiter, preview: 20, skipEmptyLines: true });
    const width = data[0]?.length ?? 0;
    const alike = data.filter((row) => row.length === width).length / Math.max(1, data.length);
    const score = width > 1 ? alike * 100 + Math.min(width, 50) : 0;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

const lineBreaks = (text: string) => text.replace(/\r\n?/g, '\n');
const breaksIn = (row: readonly string[]) =>
  row.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 1);

/**
 * Reads separated text into rows of cells. Rows may differ in length; a wholly empty one is an empty list, those at the end are left
 * out. Strict about quotation marks: one that is never closed, or followed by something else than a separator, is a fault with its
 * line.
 * @param progress share of the text that is read, 0 to 1
 */
export async function readCsv(
  text: string,
  delimiter: Delimiter = guessDelimiter(text),
  { signal, progress }: { signal?: AbortSignal; progress?: (share: number) => void } = {},
): Promise<Table<string[][]>> {
  const pause = pauses(signal);
  const rows: string[][] = [];
  let rest = '';
  let at = 0;
  let line = 1;
  while (at < text.length) {
    let end = Math.min(text.length, at + piece);
    // not between the two halves of a line's end
    if (text[end - 1] === '\r' && end < text.length) end += 1;
    const part = rest + lineBreaks(text.slice(at, end));
    at = end;
    const last = at === text.length;
    const { data, errors, meta }: Parsed = new Papa.Parser({ delimiter, newline: '\n' }).parse(
      part,
      0,
      !last,
    );
    const fault = errors.find(({ code }) => code === 'MissingQuotes' || code === 'InvalidQuotes');
    if (fault) {
      const before = data.slice(0, fault.row ?? 0);
      return refused(
        'quotes',
        before.reduce((sum, row) => sum + breaksIn(row), line),
      );
    }
    for (const row of data) {
      const found = tooLong(row);
      if (found) return refused(found, line);
      line += breaksIn(row);
      rows.push(row.some((cell) => cell.trim() !== '') ? row.slice(0, tableLimits.columns) : []);
    }
    if (rows.length > tableLimits.rows * 2) return refused('too-many-rows');
    rest = last ? '' : part.slice(meta.cursor);
    if (rest.length > longestRow) return refused('quotes', line);
    progress?.(at / text.length);
    if (pause.due()) await pause.take();
  }
  return finished(rows);
}

function tooLong(row: readonly string[]): 'too-many-columns' | 'cell-too-long' | null {
  if (row.length > tableLimits.columns && row.slice(tableLimits.columns).some((cell) => cell.trim() !== ''))
    return 'too-many-columns';
  return row.some((cell) => cell.length > tableLimits.cell) ? 'cell-too-long' : null;
}

/** The rows of a table without the empty ones at its end, when there are any and not too many. */
export function finished(rows: string[][]): Table<string[][]> {
  while (rows.at(-1)?.length === 0) rows.pop();
  // one for the titles
  if (rows.filter((row) => row.length > 0).length > tableLimits.rows + 1) return refused('too-many-rows');
  return rows.length === 0 ? refused('empty') : { ok: true, value: rows };
}
