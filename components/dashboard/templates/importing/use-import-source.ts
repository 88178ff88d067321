import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReadingChoice, TableFile } from '../../../../utils/files/read-table.ts';
import { type TableFault, tableLimits } from '../../../../utils/files/table-limits.ts';
import type { ReadTemplates } from '../../../../utils/templates/read-result.ts';
import type { ImportKind, TableReading } from './import-readers.ts';

export const loadReaders = () => import('./import-readers.ts');
const loadTables = () => import('../../../../utils/files/read-table.ts');

/** A table whose columns can be told apart by the person. */
export interface TableSource extends TableReading {
  file: TableFile;
  choice: ReadingChoice;
}

export type SourceState =
  | { phase: 'none' }
  | { phase: 'reading'; name: string }
  | { phase: 'refused'; name: string; fault: TableFault; line?: number | undefined }
  /** `read` follows from the table, its columns and the kind */
  | { phase: 'read'; name: string; kind: ImportKind; table: TableSource | null; read: ReadTemplates };

type Read = Extract<SourceState, { phase: 'read' }>;

/** Reads a file or a pasted text; a newer one ends the reading of an older one. @param fallback language of texts that give none away */
export function useImportSource(fallback: string) {
  const [state, setState] = useState<SourceState>({ phase: 'none' });
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const run = useCallback(async (name: string, work: () => Promise<SourceState>) => {
    const mine = ++turn.current;
    setState({ phase: 'reading', name });
    const next = await work();
    if (mine === turn.current) setState(next);
  }, []);

  const readTable = useCallback(
    async (name: string, file: TableFile, kind: ImportKind, choice: ReadingChoice): Promise<SourceState> => {
      const [tables, readers] = await Promise.all([loadTables(), loadReaders()]);
      const read = await tables.readTable(file, choice);
      if (!read.ok) return { phase: 'refused', name, fault: read.fault, line: read.line };
      const table = { file, choice, ...readers.guessTable(readers.withoutGuards(read.value)) };
      return { phase: 'read', name, kind, table, read: readers.readTableRows(table, kind, fallback) };
    },
    [fallback],
  );

  const openFile = useCallback(
    (file: File, kind: ImportKind) =>
      run(file.name.slice(0, 300), async () => {
        const name = file.name.slice(0, 300);
        if (file.size > tableLimits.file) return { phase: 'refused', name, fault: 'too-large' };
        const bytes = new Uint8Array(await file.arrayBuffer());
        const tables = await loadTables();
        const opened = await tables.openTable(bytes);
        if (!opened.ok) return { phase: 'refused', name, fault: opened.fault };
        const text = opened.value.kind === 'text' ? await textOf(bytes) : null;
        const isShare = text !== null && /^\s*\{/.test(text) && kind === 'auto';
        const isYaml = text !== null && (kind === 'espanso' || (kind === 'auto' && /\.ya?ml$/i.test(name)));
        if (text !== null && (isShare || isYaml)) {
          const readers = await loadReaders();
          const read = readers.readText(text, isShare ? 'share' : 'espanso', fallback);
          return { phase: 'read', name, kind: isShare ? 'auto' : 'espanso', table: null, read };
        }
        return readTable(name, opened.value, kind, {});
      }),
    [run, readTable, fallback],
  );

  const openText = useCallback(
    (text: string, kind: ImportKind) =>
      run('', async () => {
        const [tables, readers] = await Promise.all([loadTables(), loadReaders()]);
        const opened = tables.openPasted(text);
        if (!opened.ok) return { phase: 'refused', name: '', fault: opened.fault };
        if (kind === 'espanso' || /^\s*\{\s*"/.test(text)) {
          const read = readers.readText(text, kind === 'espanso' ? kind : 'share', fallback);
          return { phase: 'read', name: '', kind, table: null, read };
        }
        const rows = await tables.readTable(opened.value, {});
        if (kind === 'briskine' || (rows.ok && readers.isTable(rows.value)))
          return readTable('', opened.value, kind, {});
        return { phase: 'read', name: '', kind, table: null, read: readers.readText(text, kind, fallback) };
      }),
    [run, readTable, fallback],
  );

  /** reads the same table in another encoding, with another separator or from another sheet */
  const choose = useCallback(
    ({ name, kind, table }: Read, change: ReadingChoice) => {
      if (table) void run(name, () => readTable(name, table.file, kind, { ...table.choice, ...change }));
    },
    [run, readTable],
  );
  /** the same table with other meanings of its columns */
  const edit = useCallback(
    async (before: Read, change: Partial<Pick<TableReading, 'titled' | 'columns'>>) => {
      const mine = ++turn.current;
      const readers = await loadReaders();
      if (mine !== turn.current || !before.table) return;
      const guessed = change.titled === undefined ? {} : readers.guessTable(before.table.rows, change.titled);
      const table = { ...before.table, ...guessed, ...change };
      setState({ ...before, table, read: readers.readTableRows(table, before.kind, fallback) });
    },
    [fallback],
  );
  const clear = useCallback(() => {
    turn.current += 1;
    setState({ phase: 'none' });
  }, []);
  return { state, openFile, openText, choose, edit, clear };
}

async function textOf(bytes: Uint8Array): Promise<string | null> {
  const { decodeText } = await import('../../../../utils/files/text-encoding.ts');
  return decodeText(bytes)?.text ?? null;
}
