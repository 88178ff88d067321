import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BatchKind } from '../../utils/domain/batch.ts';
import type { ImportRow } from '../../utils/domain/import-row.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { Id } from '../../utils/domain/record.ts';
import { type ErrorCode, ok, type Result } from '../../utils/domain/result.ts';
import { write } from '../../utils/messaging/client.ts';
import type { ImportedTemplate } from '../../utils/messaging/protocol/templates.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { holdImport } from './import-lock.ts';
import { inFlight } from './in-flight.ts';

export type SkippedRow = Output<'import.rows'>['skipped'][number];

export interface ImportState {
  /** `failed`: it stands where it stopped, and can go on · `done`, `stopped`: the batch is ended */
  phase: 'idle' | 'running' | 'stopping' | 'failed' | 'done' | 'stopped';
  batchId: Id | null;
  total: number;
  done: number;
  created: number;
  updated: number;
  skipped: SkippedRow[];
  /** why it failed */
  code: ErrorCode | null;
}

export interface Import<Row> extends ImportState {
  start: (name: string, rows: readonly Row[]) => void;
  /** ends after the step that is under way; what is in stays */
  stop: () => void;
  /** goes on after a failure, where it stopped */
  resume: () => void;
  reset: () => void;
}

const idle: ImportState = {
  phase: 'idle',
  batchId: null,
  total: 0,
  done: 0,
  created: 0,
  updated: 0,
  skipped: [],
  code: null,
};

/** Rows of one step: a few tenths of a second, so that a stop is soon heard; fewer cost more time in all. */
const stepSize = 500;

interface Job<Row> {
  name: string;
  rows: readonly Row[];
  /** rows that were begun with */
  at: number;
  batchId: Id | null;
  /** of the batch's beginning and its end: tried again, it is the same one */
  operationId: Id;
  /** steps that are not acknowledged, in order: tried again, each is the same one */
  open: Step[];
  stop: boolean;
}
interface Step {
  at: number;
  operationId: Id;
}

/** What is put in, and how one step of it is sent. */
interface Source<Row> {
  kind: BatchKind;
  put: (
    batchId: Id,
    rows: Row[],
    operationId: Id,
  ) => Promise<Result<Pick<ImportState, 'created' | 'updated' | 'skipped'>>>;
}

const creatorRows: Source<ImportRow> = {
  kind: 'import',
  put: (batchId, rows, operationId) => write('import.rows', { batchId, rows }, operationId),
};
const replyTemplates: Source<ImportedTemplate> = {
  kind: 'templates',
  async put(batchId, templates, operationId) {
    const answer = await write('template.import', { batchId, templates }, operationId);
    if (!answer.ok) return answer;
    return ok({ created: answer.value.added, updated: answer.value.updated, skipped: [] });
  },
};

/** Puts creators of a table in. */
export const useImport = (): Import<ImportRow> => useSteps(creatorRows);
/** Puts reply templates of a file in. */
export const useTemplateImport = (): Import<ImportedTemplate> => useSteps(replyTemplates);

/**
 * Puts rows in, step by step, two under way at a time. A step that got no answer is sent again under the same operation id:
 * nothing is lost and nothing doubled. While it runs, closing the page asks first; a page that is closed all the same leaves an open
 * batch behind, which the list of imports shows.
 */
function useSteps<Row>(source: Source<Row>): Import<Row> {
  const [state, setState] = useState(idle);
  const job = useRef<Job<Row> | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      // the page is left for another one of the dashboard: what is in stays, the rest is not put in behind anybody's back
      if (job.current) job.current.stop = true;
    };
  }, []);

  const show = useCallback((change: (before: ImportState) => ImportState) => {
    if (!gone.current) setState(change);
  }, []);

  const work = useCallback(
    async (mine: Job<Row>) => {
      const failed = (code: ErrorCode) => show((before) => ({ ...before, phase: 'failed', code }));
      show((before) => ({ ...before, phase: mine.stop ? 'stopping' : 'running', code: null }));
      if (mine.batchId === null) {
        const { name, rows } = mine;
        const begun = await write(
          'batch.begin',
          { kind: source.kind, name, total: rows.length },
          mine.operationId,
        );
        if (!begun.ok) return failed(begun.code);
        mine.batchId = begun.value.id;
        mine.operationId = newId();
        show((before) => ({ ...before, batchId: begun.value.id }));
      }
      const { batchId } = mine;
      const release = holdImport(batchId);
      try {
        const put = async (step: Step): Promise<ErrorCode | null> => {
          const rows = mine.rows.slice(step.at, step.at + stepSize);
          const answer = await source.put(batchId, rows, step.operationId);
          if (!answer.ok) return answer.code;
          mine.open = mine.open.filter((one) => one !== step);
          const { created, updated, skipped } = answer.value;
          show((before) => ({
            ...before,
            done: before.done + rows.length,
            created: before.created + created,
            updated: before.updated + updated,
            skipped: [...before.skipped, ...skipped],
          }));
          return null;
        };
        const steps = inFlight<ErrorCode>();
        let code: ErrorCode | null = null;
        for (const step of [...mine.open]) code ??= await steps.next(() => put(step));
        while (!code && mine.at < mine.rows.length && !mine.stop) {
          code = await steps.next(async () => {
            // somebody may have stopped it while there was no room
            if (mine.stop) return null;
            const step = { at: mine.at, operationId: newId() };
            mine.at += stepSize;
            mine.open.push(step);
            return put(step);
          });
        }
        code = (await steps.all()) ?? code;
        // taken back or ended from another tab
        if (code === 'forbidden' || code === 'not-found')
          return show((before) => ({ ...before, phase: 'stopped' }));
        if (code) return failed(code);
        const phase = mine.at < mine.rows.length ? 'stopped' : 'done';
        const ended = await write('batch.end', { batchId, state: phase }, mine.operationId);
        if (!ended.ok) return failed(ended.code);
        show((before) => ({ ...before, phase }));
      } finally {
        release();
      }
    },
    [show, source],
  );

  const running = state.phase === 'running' || state.phase === 'stopping';
  useEffect(() => {
    if (!running) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [running]);

  const start = useCallback(
    (name: string, rows: readonly Row[]) => {
      const next: Job<Row> = {
        name,
        rows,
        at: 0,
        batchId: null,
        operationId: newId(),
        open: [],
        stop: false,
      };
      job.current = next;
      setState({ ...idle, phase: 'running', total: rows.length });
      void work(next);
    },
    [work],
  );
  const stop = useCallback(() => {
    if (!job.current) return;
    job.current.stop = true;
    setState((before) => (before.phase === 'running' ? { ...before, phase: 'stopping' } : before));
  }, []);
  const resume = useCallback(() => {
    if (job.current) void work(job.current);
  }, [work]);
  const reset = useCallback(() => {
    job.current = null;
    setState(idle);
  }, []);
  return { ...state, start, stop, resume, reset };
}
