import { columnTitles } from './creator-columns.ts';
import { looksLikeFormula } from './plain-cell.ts';
import { guessDelimiter, readCsv } from './read-csv.ts';
import { openXlsx, type Workbook } from './read-xlsx.ts';
import { type Delimiter, refused, type Table, tableLimits } from './table-limits.ts';
import { decodeText, type Encoding } from './text-encoding.ts';

/** A file that was recognised; its content is read by `readTable`. */
export type TableFile =
  | { kind: 'text'; bytes: Uint8Array; encoding: Encoding; delimiter: Delimiter }
  | { kind: 'workbook'; workbook: Workbook; sheets: string[] };

/** What the person may have chosen instead of what was recognised. */
export interface ReadingChoice {
  encoding?: Encoding | undefined;
  delimiter?: Delimiter | undefined;
  sheet?: number | undefined;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** 0 to 1 */
  progress?: (share: number) => void;
}

function begins(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function has(bytes: Uint8Array, text: string): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_000));
  return head.includes(text);
}

/**
 * Recognises a file by its bytes, whatever its name says, and opens it.
 * @returns a refusal with its reason for what is no table, is too large or cannot be decoded
 */
export async function openTable(bytes: Uint8Array): Promise<Table<TableFile>> {
  if (bytes.length > tableLimits.file) return refused('too-large');
  if (bytes.length === 0) return refused('empty');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    // the same container holds old workbooks and, encrypted, new ones
    const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, 1 << 20).slice());
    return refused(names.includes('EncryptedPackage') ? 'locked' : 'old-excel');
  }
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return refused('pdf');
  if (begins(bytes, 0x50, 0x4b)) {
    if (has(bytes, 'Index/Document.iwa') || has(bytes, 'Index/')) return refused('numbers');
    const workbook = await openXlsx(bytes);
    return workbook.ok
      ? {
          ok: true,
          value: { kind: 'workbook', workbook: workbook.value, sheets: workbook.value.sheets },
        }
      : workbook;
  }
  return openText(bytes);
}

function openText(bytes: Uint8Array): Table<TableFile> {
  const decoded = decodeText(bytes);
  if (!decoded) return refused('encoding');
  // a picture or a program also "is" GB18030 now and then; no table holds these
  if (decoded.text.slice(0, 100_000).includes('\0')) return refused('not-a-table');
  const { encoding, text } = decoded;
  return { ok: true, value: { kind: 'text', bytes, encoding, delimiter: guessDelimiter(text) } };
}

/** A table that was copied: a spreadsheet separates its cells by tabs. */
export function openPasted(text: string): Table<TableFile> {
  const bytes = new TextEncoder().encode(text);
  return bytes.length > tableLimits.file ? refused('too-large') : openText(bytes);
}

/**
 * Reads the rows of an opened file: cells as text, days as `YYYY-MM-DD`, numbers without exponents. In a file that Deckhand wrote
 * itself the apostrophe before a would-be formula is taken off again.
 */
export async function readTable(
  file: TableFile,
  choice: ReadingChoice = {},
  options: ReadOptions = {},
): Promise<Table<string[][]>> {
  if (file.kind === 'workbook') return file.workbook.read(choice.sheet ?? 0, options);
  const decoded = decodeText(file.bytes, choice.encoding ?? file.encoding);
  if (!decoded) return refused('encoding');
  const table = await readCsv(decoded.text, choice.delimiter ?? file.delimiter, options);
  if (table.ok && isOurs(table.value[0] ?? []))
    for (const row of table.value)
      row.forEach((cell, at) => {
        if (cell.startsWith("'") && looksLikeFormula(cell.slice(1))) row[at] = cell.slice(1);
      });
  return table;
}

/** Whether a first row is that of our own exports: nothing but their titles in one language, some may have been taken out. */
export function isOurs(titles: readonly string[]): boolean {
  const cells = titles.map((title) => title.trim());
  return Object.values(columnTitles).some((ours) => {
    const expected = new Set<string>(Object.values(ours));
    return cells.length >= 3 && cells.every((title) => expected.has(title));
  });
}
