import { type Failure, fail, ok, type Result } from '../../utils/domain/result.ts';
import { readBackup } from '../../utils/files/backup-reader.ts';
import { type BackupWriter, backupWriter } from '../../utils/files/backup-writer.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';

/** How often a backup begins anew because the notebook was changed while it was read. */
const tries = 3;

type Begun = Output<'backup.begin'>;
type Page = Result<Output<'backup.page'>>;
interface Place {
  store: string;
  after: string | null;
}

/** `moved`: something was written meanwhile */
type Filled = 'moved' | { failed: Failure } | { count: number };

/** Writes every page of every store. The next page is asked for while this one is packed. */
async function fill(
  writer: BackupWriter,
  { stores, commits }: Begun,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<Filled> {
  const following = ({ store }: Place, next: string | null): Place | null => {
    if (next !== null) return { store, after: next };
    const name = stores[stores.indexOf(store) + 1];
    return name === undefined ? null : { store: name, after: null };
  };
  const [first] = stores;
  let place: Place | null = first === undefined ? null : { store: first, after: null };
  let coming: Promise<Page> | null = place && ask('backup.page', place);
  let count = 0;
  while (place && coming) {
    const page: Page = await coming;
    if (signal.aborted) return { count };
    if (!page.ok) return { failed: page };
    if (page.value.commits !== commits) return 'moved';
    place = following(place, page.value.next);
    coming = place && ask('backup.page', place);
    if (page.value.lines) await writer.write(page.value.lines);
    count += page.value.count;
    progress(count);
  }
  return { count };
}

/** One try. @returns null where the notebook was changed meanwhile, or the signal has aborted */
async function tryOnce(
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<Result<Blob> | null> {
  const begun = await ask('backup.begin', {});
  if (!begun.ok) return begun;
  const { schemaVersion, records } = begun.value;
  progress(0, records);
  const writer = backupWriter({ schemaVersion, records });
  const filled = await fill(writer, begun.value, signal, (done) => progress(done, records));
  if (signal.aborted || filled === 'moved' || 'failed' in filled) {
    await writer.abort();
    return filled !== 'moved' && 'failed' in filled ? filled.failed : null;
  }
  const file = await writer.finish(filled.count);
  // what was written is read back whole before anyone relies on it
  const visitor = { begin: async () => null, step: async () => null };
  const reading = await readBackup(file, visitor, signal);
  return 'fault' in reading
    ? fail('internal', `the backup does not pass its check: ${reading.fault.reason}`)
    : ok(file);
}

/**
 * Makes a backup of the whole notebook and checks it. What is written meanwhile makes it begin anew, three times at most.
 * @param progress records so far, and of how many
 * @returns `busy` where the notebook never kept still; null where the signal has aborted
 */
export async function makeBackup(
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<Result<Blob> | null> {
  for (let left = tries; left > 0 && !signal.aborted; left--) {
    const made = await tryOnce(signal, progress);
    if (made) return signal.aborted ? null : made;
  }
  return signal.aborted ? null : fail('busy', 'the notebook was changed again and again while it was read');
}
