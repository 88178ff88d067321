import type { Failure } from '../../utils/domain/result.ts';
import type { BackupFault, BackupHeader } from '../../utils/files/backup-file.ts';
import { readBackup } from '../../utils/files/backup-reader.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { inFlight } from './in-flight.ts';

/** Ids of the file that are here under another id, or (`null`) stay out. */
export type Same = Record<string, string | null>;
export type Counts = Output<'restore.check'>['counts'];
type Mode = 'fit' | 'meet' | 'count';

/** A file that may be restored, and what it would do. */
export interface CheckedBackup {
  file: File;
  header: BackupHeader;
  /** which backup it is, whatever the file is called */
  sha256: string;
  counts: Counts;
  same: Same;
}
export type Checked = { backup: CheckedBackup } | { fault: BackupFault } | { failed: Failure };

/** Shaped like an id: what of a step's text may stand in `same`. */
const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The part of `same` that these lines need: all of it may be larger than they are. */
export function sameIn(lines: string, same: Same): Same {
  if (Object.keys(same).length === 0) return {};
  const needed: Same = {};
  for (const [id] of lines.matchAll(ids)) {
    const found = same[id];
    if (found !== undefined) needed[id] = found;
  }
  return needed;
}

/** Adds what one step found: that someone stays out outweighs that they are known, and the first who is known counts. */
function addSame(all: Same, found: Same): void {
  for (const [id, here] of Object.entries(found)) if (here === null || all[id] === undefined) all[id] = here;
}

/** Whoever stays out stays out with every account. */
function keepOut(same: Same, owners: ReadonlyMap<string, string>): void {
  for (const [account, creator] of owners) if (same[creator] === null) same[account] = null;
}

/** One reading of the file, each step looked at by the background. */
async function pass(
  file: File,
  mode: Mode,
  known: Same,
  signal: AbortSignal,
  progress: (done: number) => void,
) {
  const counts: Counts = { added: 0, newer: 0, kept: 0, suppressed: 0 };
  const same: Same = { ...known };
  const owners = new Map<string, string>();
  let failed: Failure | null = null;
  let schemaVersion = 0;
  let done = 0;
  const look = async (lines: string, first: number, count: number): Promise<BackupFault | null> => {
    const sent = mode === 'count' ? { same: sameIn(lines, known) } : {};
    const answer = await ask('restore.check', { schemaVersion, lines, mode, ...sent });
    if (signal.aborted) return { reason: 'cancelled' };
    if (!answer.ok) {
      failed = answer;
      return { reason: 'cancelled' };
    }
    const { fault } = answer.value;
    if (fault?.reason === 'newer') return { reason: 'newer' };
    if (fault) return { reason: fault.reason, line: first + fault.line };
    for (const key of ['added', 'newer', 'kept', 'suppressed'] as const)
      counts[key] += answer.value.counts[key];
    addSame(same, answer.value.same);
    for (const [account, creator] of Object.entries(answer.value.owners)) owners.set(account, creator);
    done += count;
    progress(done);
    return null;
  };
  // each step is one message
  const steps = inFlight<BackupFault>();
  const framed = await readBackup(
    file,
    {
      begin: (header) => {
        schemaVersion = header.schemaVersion;
        // without lines: only whether this version may read it
        return look('', 1, 0);
      },
      step: (lines, first, count) => steps.next(() => look(lines, first, count)),
    },
    signal,
  );
  // a faulty record is a better reason than the hash that it makes wrong
  const fault = await steps.all();
  const reading = fault ? { fault } : framed;
  keepOut(same, owners);
  return { failed: failed as Failure | null, reading, counts, same };
}

/**
 * Reads a backup to its end and has every record looked at. Nothing is changed.
 * @param into `empty`: a notebook that is empty, damaged or half restored · `merge`: one whose records have to be compared
 * @param progress records so far, and of how many readings this is the which
 */
export async function checkBackup(
  file: File,
  into: 'empty' | 'merge',
  signal: AbortSignal,
  progress: (done: number, reading: number) => void,
): Promise<Checked> {
  const first = await pass(file, into === 'empty' ? 'fit' : 'meet', {}, signal, (done) => progress(done, 0));
  if (first.failed) return { failed: first.failed };
  if ('fault' in first.reading) return { fault: first.reading.fault };
  const { header, sha256 } = first.reading;
  if (into === 'empty') return { backup: { file, header, sha256, counts: first.counts, same: {} } };
  // whom the notebook knows is only certain after the last line
  const second = await pass(file, 'count', first.same, signal, (done) => progress(done, 1));
  if (second.failed) return { failed: second.failed };
  if ('fault' in second.reading) return { fault: second.reading.fault };
  return { backup: { file, header, sha256, counts: second.counts, same: first.same } };
}
