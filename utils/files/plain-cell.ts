import type { Cell } from './creator-columns.ts';

/**
 * Whether a spreadsheet would take a text for a formula: it begins, also after spaces, control and invisible characters, with one of
 * = + - @ (in any width), or with a tab, a carriage return or a NUL.
 * Source: OWASP, "CSV Injection".
 */
export function looksLikeFormula(text: string): boolean {
  if (/^[\t\r\0]/.test(text)) return true;
  const first = /^[\s\p{Cf}\p{Cc}\u3164\uffa0]*(.)/u.exec(text)?.[1];
  return first !== undefined && /^[=+\-@]/.test(first.normalize('NFKC'));
}

/** Our guard: an apostrophe before what a spreadsheet would calculate, and before a text that already looks guarded. */
const needsGuard = (text: string) => looksLikeFormula(text.replace(/^'+/, ''));

/** A cell as text; what a spreadsheet would calculate gets an apostrophe in front and stays text. */
export function plainCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.day;
  return needsGuard(cell) ? `'${cell}` : cell;
}

/** The text of a cell of our own export, without the apostrophe that `plainCell` put there: its exact reverse. */
export function unguardedText(text: string): string {
  return text.startsWith("'") && needsGuard(text) ? text.slice(1) : text;
}
