import type { Cell, ExportTable } from './creator-columns.ts';

/*
 * The XML of a workbook with one sheet (ECMA-376 part 1, SpreadsheetML).
 */

/** Texts of a workbook by their numbers; a Map, so that no text is mistaken for a property of an object. */
export type SharedStrings = Map<string, number>;

/** Most characters of one cell, from Excel's "specifications and limits". */
const longestText = 32_767;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in the list of cell formats below. */
const formats = { title: 1, day: 2, count: 3, text: 4 };

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: what XML cannot hold is left out, and `_x0041_`, which spreadsheets would read as a character, stays itself. */
function xmlText(text: string): string {
  const cut = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return cut
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** A, B … Z, AA … for 0, 1 … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Days since the end of 1899, as spreadsheets count; null before March 1900, where Excel counts a day that never was. */
function serialDay(day: string): number | null {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  return serial > 60 ? serial : null;
}

function cellXml(cell: Cell, at: string, strings: SharedStrings, style: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}" s="${formats.count}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') {
    const serial = serialDay(cell.day);
    return serial === null
      ? cellXml(cell.day, at, strings, style)
      : `<c r="${at}" s="${formats.day}"><v>${serial}</v></c>`;
  }
  const number = strings.get(cell) ?? strings.size;
  strings.set(cell, number);
  return `<c r="${at}" s="${style}" t="s"><v>${number}</v></c>`;
}

/** Rows of the sheet; `from` is the number of the first, counted from 1. New texts are added to `strings`. */
export function sheetRows(
  rows: readonly (readonly Cell[])[],
  from: number,
  strings: SharedStrings,
  style: 'title' | 'text' = 'text',
): string {
  return rows
    .map((cells, index) => {
      const row = from + index;
      const xml = cells.map((cell, column) =>
        cellXml(cell, `${columnName(column)}${row}`, strings, formats[style]),
      );
      return `<row r="${row}">${xml.join('')}</row>`;
    })
    .join('');
}

/** The sheet up to its rows: the first row stays in sight, columns have their widths. */
export function sheetStart({ widths, rows }: ExportTable): string {
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const size = `A1:${columnName(Math.max(0, widths.length - 1))}${rows.length + 1}`;
  return (
    `${head}<worksheet xmlns="${main}"><dimension ref="${size}"/><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`
  );
}
export const sheetEnd = '</sheetData></worksheet>';

/** The list of texts, in parts of so many. */
export function* sharedStrings(strings: SharedStrings, partSize: number): Generator<string> {
  yield `${head}<sst xmlns="${main}" uniqueCount="${strings.size}">`;
  let part: string[] = [];
  for (const text of strings.keys()) {
    part.push(`<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
    if (part.length < partSize) continue;
    yield part.join('');
    part = [];
  }
  yield `${part.join('')}</sst>`;
}

const styles =
  `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  // 49 is "@": typed again in the cell, a text stays a text
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes =
  `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/></Types>`;

function relationsXml(targets: readonly [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
}

/** Every part of the workbook that does not depend on the rows, by its name in the archive. */
export function fixedParts(sheetName: string): [name: string, xml: string][] {
  // 31 characters, and none of []:*?/\, as Excel allows
  const name = xmlText(sheetName.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));
  return [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationsXml([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
  ];
}
