import type { Batch } from '../../utils/domain/batch.ts';
import { type Failure, fail, ok, type Result } from '../../utils/domain/result.ts';
import type { BackupFault } from '../../utils/files/backup-file.ts';
import { readBackup } from '../../utils/files/backup-reader.ts';
import { write } from '../../utils/messaging/client.ts';
import { type CheckedBackup, type Counts, sameIn } from './check-backup.ts';
import { inFlight } from './in-flight.ts';

export interface Put {
  batchId: string;
  counts: Counts;
}
/** `stopped`: the person ended it; what is done stays */
export type PutResult = Result<Put & { stopped: boolean }>;

/** How a batch of this backup is called: the file's name, and enough of its hash to know it again under another name. */
function batchName({ file, sha256 }: CheckedBackup): string {
  return `${file.name.slice(0, 280)} (${sha256.slice(0, 8)})`;
}

/** Whether a batch was begun with this very backup. */
export function isBatchOf(batch: Batch, backup: CheckedBackup): boolean {
  return batch.name.endsWith(`(${backup.sha256.slice(0, 8)})`) && batch.total === backup.header.records;
}

/** The batch that an interrupted restore of this very file left open, or a new one. */
async function openBatch(
  backup: CheckedBackup,
  kind: 'restore' | 'merge',
  unfinished: Batch | undefined,
): Promise<Result<Batch>> {
  if (unfinished) return ok(unfinished);
  return write('batch.begin', { kind, name: batchName(backup), total: backup.header.records });
}

/** The text that stands for the file's last line: everything is in, or as much as there will be. */
const lastLine = '{"end":true}\n';

/**
 * Puts a checked backup in, step by step. Every step is one transaction and harmless to repeat; interrupted anywhere, the same file
 * goes on where it stopped.
 */
export async function putBackup(
  backup: CheckedBackup,
  kind: 'restore' | 'merge',
  unfinished: Batch | undefined,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<PutResult> {
  const { file, header, same } = backup;
  const { schemaVersion } = header;
  const batch = await openBatch(backup, kind, unfinished);
  if (!batch.ok) return batch;
  const batchId = batch.value.id;
  const counts: Counts = { added: 0, newer: 0, kept: 0, suppressed: 0 };
  let failed: Failure | null = null;
  let done = 0;
  const put = async (lines: string, count: number): Promise<BackupFault | null> => {
    const step = await write('restore.lines', { batchId, schemaVersion, lines, same: sameIn(lines, same) });
    if (!step.ok) {
      failed = step;
      return { reason: 'cancelled' };
    }
    for (const key of ['added', 'newer', 'kept', 'suppressed'] as const) counts[key] += step.value[key];
    done += count;
    progress(done);
    return null;
  };
  // each step is one message
  const steps = inFlight<BackupFault>();
  const reading = await readBackup(
    file,
    { begin: async () => null, step: (lines, _first, count) => steps.next(() => put(lines, count)) },
    signal,
  );
  await steps.all();
  if (failed) return failed;
  const stopped = 'fault' in reading && reading.fault.reason === 'cancelled';
  // it passed its check a moment ago: now it is another file, or none
  if ('fault' in reading && !stopped)
    return fail('changed-since', `the file was changed: ${reading.fault.reason}`);
  // counts what is in, all or a part of it
  await put(lastLine, 0);
  if (failed) return failed;
  // a stopped restore stays open: it is not a notebook anyone should go on with
  if (!stopped || kind === 'merge') {
    const ended = await write('batch.end', { batchId, state: stopped ? 'stopped' : 'done' });
    if (!ended.ok) return ended;
  }
  return ok({ batchId, counts, stopped });
}
