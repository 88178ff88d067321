import type { ExportTable } from './creator-columns.ts';
import { plainCell } from './plain-cell.ts';

/**
 * The table as CSV (RFC 4180): a UTF-8 byte order mark, so that Excel reads it as UTF-8, lines ended by CRLF, every cell quoted.
 * Line breaks inside a cell are kept.
 */
export function writeCsv(table: ExportTable): Blob {
  const line = (cells: string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
  const lines = table.rows.map((row) => line(row.map(plainCell)));
  return new Blob(['\ufeff', line(table.titles), ...lines], { type: 'text/csv;charset=utf-8' });
}
