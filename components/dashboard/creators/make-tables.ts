import { type ClipboardTable, clipboardTable } from '../../../utils/files/clipboard-table.ts';
import { type CellWords, exportTable } from '../../../utils/files/creator-columns.ts';
import { writeCsv } from '../../../utils/files/write-csv.ts';

type Rows = Parameters<typeof exportTable>[0];

/*
 * What makes tables out of creators, in one piece: it is loaded when the menu of exports is opened, so that copying then happens
 * inside the click, as browsers want it.
 */

export function tableToCopy(rows: Rows, words: CellWords): ClipboardTable {
  return clipboardTable(exportTable(rows, words));
}

export function csvFile(rows: Rows, words: CellWords): Blob {
  return writeCsv(exportTable(rows, words));
}

/** The zip and the XML are loaded when somebody really wants a workbook. */
export async function xlsxFile(rows: Rows, words: CellWords, sheetName: string): Promise<Blob> {
  const { writeXlsx } = await import('../../../utils/files/write-xlsx.ts');
  return writeXlsx(exportTable(rows, words), sheetName);
}
