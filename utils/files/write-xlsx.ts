import { strToU8, Zip, ZipDeflate, type ZipInputFile } from 'fflate';
import type { ExportTable } from './creator-columns.ts';
import {
  fixedParts,
  type SharedStrings,
  sharedStrings,
  sheetEnd,
  sheetRows,
  sheetStart,
} from './xlsx-parts.ts';

/** Rows written at a time; between two steps the page may draw and listen. */
const step = 250;
const pause = () => new Promise((done) => setTimeout(done, 0));

/**
 * The table as an XLSX workbook (ECMA-376): the first row bold and fixed, numbers as numbers, days as dates, text as text, which no
 * program takes for a formula.
 *
 * Written here, not by `write-excel-file` 4.1.1: there a cell of the text "constructor" or "__proto__" breaks the whole workbook
 * (its shared strings are the keys of a plain object), a text such as "_x0041_" becomes "A", and one of more than 32,767 characters
 * makes a file that Excel repairs. To be looked at again with its next major version.
 */
export async function writeXlsx(table: ExportTable, sheetName: string): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const finished = Promise.withResolvers<void>();
  const zip = new Zip((error, chunk, last) => {
    if (error) return finished.reject(error);
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
    if (last) finished.resolve();
  });
  const add = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 6 });
    // a spreadsheet's date of creation is nobody's business, and the same table gives the same bytes
    file.mtime = '1980-01-02T00:00:00';
    zip.add(file as ZipInputFile);
    return file;
  };
  for (const [name, text] of fixedParts(sheetName)) add(name).push(strToU8(text), true);

  const strings: SharedStrings = new Map();
  const sheet = add('xl/worksheets/sheet1.xml');
  sheet.push(strToU8(sheetStart(table)));
  sheet.push(strToU8(sheetRows([table.titles], 1, strings, 'title')));
  for (let from = 0; from < table.rows.length; from += step) {
    sheet.push(strToU8(sheetRows(table.rows.slice(from, from + step), from + 2, strings)));
    await pause();
  }
  sheet.push(strToU8(sheetEnd), true);

  const texts = add('xl/sharedStrings.xml');
  for (const part of sharedStrings(strings, step * 8)) {
    texts.push(strToU8(part));
    await pause();
  }
  texts.push(new Uint8Array(0), true);
  zip.end();
  await finished.promise;
  return new Blob(chunks, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
