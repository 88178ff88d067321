import type { ImportRow } from '../../../utils/domain/import-row.ts';
import type { ReadRow } from '../../../utils/files/row-meaning.ts';
import type { RowMatch } from '../../hooks/use-row-matches.ts';

/** What is done with a row. */
export type RowAction = ImportRow['action'] | 'skip';
/** How a row stands: as the notebook says, or `fault`, where nothing of it can be used. */
export type RowState = RowMatch['state'] | 'fault';
export const rowStates = ['new', 'known', 'similar', 'conflict', 'ours', 'suppressed', 'fault'] as const;

/** A row as it will be saved, and whom it met. */
export interface PreviewRow {
  read: ReadRow;
  match: RowMatch | null;
  state: RowState;
}

/** What the person chose: one way for all known ones, and other ways for single rows by their line. */
export interface Decisions {
  forKnown: Exclude<RowAction, 'create'>;
  byLine: ReadonlyMap<number, RowAction>;
}

const choices: Record<RowState, readonly RowAction[]> = {
  new: ['create', 'skip'],
  known: ['fill', 'overwrite', 'skip'],
  similar: ['create', 'fill', 'overwrite', 'skip'],
  conflict: [],
  ours: [],
  suppressed: [],
  fault: [],
};

/** What can be done with a row in that state; nothing where it cannot come in. */
export const choicesFor = (state: RowState): readonly RowAction[] => choices[state];

/** What will be done with a row. A similar name alone makes nobody the same. */
export function actionOf({ state, read }: PreviewRow, { forKnown, byLine }: Decisions): RowAction {
  if (choices[state].length === 0) return 'skip';
  return byLine.get(read.line) ?? (state === 'known' ? forKnown : 'create');
}

/** The rows to send, in their order. */
export function importRowsOf(rows: readonly PreviewRow[], decisions: Decisions): ImportRow[] {
  return rows.flatMap((row): ImportRow[] => {
    const action = actionOf(row, decisions);
    if (action === 'skip') return [];
    const creatorId = row.match?.creatorId;
    if (action === 'create') return [{ ...row.read.row, action }];
    return creatorId === undefined ? [] : [{ ...row.read.row, action, creatorId }];
  });
}

/** How many rows stand in each state. */
export function countStates(rows: readonly PreviewRow[]): Record<RowState, number> {
  const counts = { new: 0, known: 0, similar: 0, conflict: 0, ours: 0, suppressed: 0, fault: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
