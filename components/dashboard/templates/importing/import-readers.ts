import type { Template } from '../../../../utils/domain/template.ts';
import { unguardedText } from '../../../../utils/files/plain-cell.ts';
import { importOf, type MergePreview, previewMerge } from '../../../../utils/templates/merge-preview.ts';
import { liquidFromBraces } from '../../../../utils/templates/read-braces.ts';
import { readBriskine } from '../../../../utils/templates/read-briskine.ts';
import { readEspanso } from '../../../../utils/templates/read-espanso.ts';
import { readLines } from '../../../../utils/templates/read-lines.ts';
import type { ReadProblem, ReadTemplate, ReadTemplates } from '../../../../utils/templates/read-result.ts';
import {
  type ColumnMeaning,
  guessColumns,
  hasHead,
  readRows,
} from '../../../../utils/templates/read-rows.ts';
import { readTemplateFile, tableHead } from '../../../../utils/templates/template-file.ts';

/*
 * What an import needs of the template language and its formats, in one piece that is loaded when somebody imports.
 */

/** Where a table or text comes from. `braces`: Text Blaze and its like, with commands in single braces. */
export type ImportKind = 'auto' | 'briskine' | 'espanso' | 'braces';

export interface TableReading {
  rows: string[][];
  titled: boolean;
  columns: ColumnMeaning[];
}

/** A table of our own keeps an apostrophe before what a spreadsheet would calculate: it is taken off again. */
export function withoutGuards(rows: string[][]): string[][] {
  const ours = tableHead.every((title, at) => rows[0]?.[at] === title);
  return ours ? rows.map((row) => row.map(unguardedText)) : rows;
}

/** What the columns of a table seem to mean. */
export function guessTable(rows: string[][], titled = hasHead(rows)): TableReading {
  const head = titled ? (rows[0] ?? []) : (rows[0] ?? []).map(() => '');
  return { rows, titled, columns: guessColumns(head, titled ? rows.slice(1) : rows) };
}

/** The templates of a table. @param fallback language of texts that give none away */
export function readTableRows(
  { rows, titled, columns }: TableReading,
  kind: ImportKind,
  fallback: string,
): ReadTemplates {
  if (kind === 'briskine') return readBriskine(rows[0] ?? [], rows.slice(1), { fallback });
  const firstLine = titled ? 2 : 1;
  const data = titled ? rows.slice(1) : rows;
  if (kind !== 'braces') return readRows(data, columns, { fallback, firstLine });
  const problems: ReadProblem[] = [];
  const text = columns.indexOf('text');
  const converted = data.map((row, index) =>
    row.map((cell, at) =>
      at === text
        ? liquidFromBraces(cell, (code, detail) => problems.push({ line: index + firstLine, code, detail }))
        : cell,
    ),
  );
  const read = readRows(converted, columns, { fallback, firstLine });
  return {
    templates: read.templates,
    problems: [...problems, ...read.problems].sort((a, b) => a.line - b.line),
  };
}

/** The templates of a text: our own share file, espanso's YAML, or a pasted list of one reply in each line. */
export function readText(text: string, kind: ImportKind | 'share', fallback: string): ReadTemplates {
  if (kind === 'share') return readTemplateFile(text);
  if (kind === 'espanso') return readEspanso(text, { fallback });
  if (kind !== 'braces') return readLines(text, { fallback });
  const problems: ReadProblem[] = [];
  const converted = text
    .split(/\r?\n/)
    .map((line, index) =>
      liquidFromBraces(line, (code, detail) => problems.push({ line: index + 1, code, detail })).replaceAll(
        '\n',
        ' ',
      ),
    );
  const read = readLines(converted.join('\n'), { fallback });
  return { templates: read.templates, problems: [...problems, ...read.problems] };
}

/** Whether a pasted text is a table with titles rather than a list. */
export const isTable = (rows: string[][]): boolean =>
  rows.length > 1 && (rows[0]?.length ?? 0) > 1 && hasHead(rows);

export function preview(existing: readonly Template[], incoming: readonly ReadTemplate[]): MergePreview {
  return previewMerge(existing, incoming);
}

/** What is sent for it. */
export const toSend = (shown: MergePreview) => importOf(shown);
