import type { ExportTable } from './creator-columns.ts';
import { plainCell } from './plain-cell.ts';

/** The same table twice: programs take the one they understand better. */
export interface ClipboardTable {
  /** an HTML table: Excel, 飞书 and Google Sheets keep its cells, line breaks included */
  html: string;
  /** tab-separated; a cell with a tab, a quote or a line break is quoted, as spreadsheets themselves do */
  plain: string;
}

/** Makes both. What a spreadsheet would calculate gets an apostrophe in front. */
export function clipboardTable(table: ExportTable): ClipboardTable {
  const rows = [table.titles, ...table.rows.map((row) => row.map(plainCell))];
  const body = rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('');
  return {
    html: `<meta charset="utf-8"><table>${body}</table>`,
    plain: rows.map((row) => row.map(tabCell).join('\t')).join('\r\n'),
  };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function htmlCell(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
  // Excel's own attributes: keep a cell of several lines one cell, and digits such as a phone number text
  const lines = escaped.replace(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">');
  return `<td style="mso-number-format:'\\@'">${lines}</td>`;
}

function tabCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
