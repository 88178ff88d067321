import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ColumnMeaning, guessColumns, hasTitles } from '../../../utils/files/column-meaning.ts';
import type { ReadingChoice, TableFile } from '../../../utils/files/read-table.ts';
import { type TableFault, tableLimits } from '../../../utils/files/table-limits.ts';

/** The readers of tables come when there is a table to read. */
const readers = () => import('../../../utils/files/read-table.ts');

/** A table that was read, and what its columns seem to mean. */
export interface Source {
  name: string;
  file: TableFile;
  choice: ReadingChoice;
  titled: boolean;
  rows: string[][];
  columns: ColumnMeaning[];
}

export type SourceState =
  | { phase: 'none' }
  | { phase: 'reading'; name: string; share: number }
  | { phase: 'refused'; name: string; fault: TableFault; line?: number | undefined }
  | { phase: 'read'; source: Source };

const withoutTitles = new WeakMap<string[][], string[][]>();

/** Rows of data, without the titles; of one table always the same list, so that what is worked out about it can be kept. */
export function dataRows({ rows, titled }: Source): string[][] {
  if (!titled) return rows;
  const data = withoutTitles.get(rows) ?? rows.slice(1);
  withoutTitles.set(rows, data);
  return data;
}
export const titlesOf = ({ rows, titled }: Source): string[] => (titled ? (rows[0] ?? []) : []);

/** Reads a file or a pasted text. A newer one ends the reading of an older one. */
export function useSource() {
  const [state, setState] = useState<SourceState>({ phase: 'none' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const run = useCallback(
    async (
      name: string,
      open: () => Promise<TableFile | { fault: TableFault }>,
      choice: ReadingChoice = {},
    ) => {
      stop.current?.abort();
      const mine = new AbortController();
      stop.current = mine;
      const show = (next: SourceState) => {
        if (!mine.signal.aborted) setState(next);
      };
      show({ phase: 'reading', name, share: 0 });
      try {
        const file = await open();
        if ('fault' in file) return show({ phase: 'refused', name, fault: file.fault });
        const { readTable } = await readers();
        const table = await readTable(file, choice, {
          signal: mine.signal,
          progress: (share) => show({ phase: 'reading', name, share }),
        });
        if (!table.ok) return show({ phase: 'refused', name, fault: table.fault, line: table.line });
        const rows = table.value;
        const titled = hasTitles(rows);
        const columns = guessColumns(titled ? (rows[0] ?? []) : [], titled ? rows.slice(1) : rows);
        show({ phase: 'read', source: { name, file, choice, titled, rows, columns } });
      } catch (error) {
        if (!mine.signal.aborted) throw error;
      }
    },
    [],
  );

  const openFile = useCallback(
    (file: File) =>
      run(file.name.slice(0, 300), async () => {
        if (file.size > tableLimits.file) return { fault: 'too-large' as const };
        const { openTable } = await readers();
        const opened = await openTable(new Uint8Array(await file.arrayBuffer()));
        return opened.ok ? opened.value : { fault: opened.fault };
      }),
    [run],
  );
  const openText = useCallback(
    (name: string, text: string) =>
      run(name, async () => {
        const opened = (await readers()).openPasted(text);
        return opened.ok ? opened.value : { fault: opened.fault };
      }),
    [run],
  );
  /** reads the same file in another way */
  const choose = useCallback(
    ({ name, file, choice }: Source, change: ReadingChoice) =>
      run(name, async () => file, { ...choice, ...change }),
    [run],
  );
  const edit = useCallback((change: Partial<Pick<Source, 'titled' | 'columns'>>) => {
    setState((before) => {
      if (before.phase !== 'read') return before;
      const source = { ...before.source, ...change };
      if (change.titled !== undefined) source.columns = guessColumns(titlesOf(source), dataRows(source));
      return { phase: 'read', source };
    });
  }, []);
  const clear = useCallback(() => {
    stop.current?.abort();
    setState({ phase: 'none' });
  }, []);
  return { state, openFile, openText, choose, edit, clear };
}
