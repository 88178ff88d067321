import { type Failure, fail, ok, type Result } from '../domain/result.ts';
import type { FileArea, KeyValueArea } from './areas.ts';
import { type Contents, type Database, openDatabase } from './database.ts';
import { bothNames, liveName } from './live-database.ts';
import { checkHealth, type Health, sentinelOf } from './notebook-health.ts';
import { makeScrubbing, type Scrubbing, type ScrubParts } from './notebook-scrub.ts';
import { emptyContents, restoredContents } from './recovery.ts';
import { removeDatabases } from './remove-database.ts';
import { clearScrub } from './scrub-note.ts';
import { copyDatabase, copyNames, newestCopy, newestCopyTime } from './second-copy.ts';
import type { CopyHeader } from './second-copy-format.ts';
import { readSentinel, sentinelKey, writeSentinel } from './sentinel.ts';
import { removeForGood } from './sweeps.ts';
import { mirrorUi, uiKey } from './ui-mirror.ts';
import { onCommit } from './unit-of-work.ts';

export const databaseName = 'deckhand';

/** What the notebook needs from outside. */
export interface NotebookParts
  extends Partial<Pick<ScrubParts, 'scrubSoon' | 'tidySoon' | 'stayAwake' | 'pause'>> {
  /** `storage.local`: the sentinel and the settings of the screen */
  local: KeyValueArea;
  /** where the second copy lies */
  files: FileArea;
  name?: string;
  clock?: () => Date;
}

export interface RecoveryState {
  state: Health | 'damaged';
  remembered?: { creators: number; at: string };
  secondCopy?: { at: string; creators: number; records: number };
}

export interface Notebook extends Scrubbing {
  /** Opens the database once. Fails with `recovery` (damaged, vanished or replaced), `blocked`, `quota` or `internal`. */
  database(): Promise<Result<Database>>;
  /** How the notebook is and what could be brought back. */
  status(): Promise<Result<RecoveryState>>;
  /** Puts the newest second copy into a fresh database in one transaction. `forbidden` while the notebook is healthy. */
  restore(operationId: string): Promise<Result<{ records: number }>>;
  /** Accepts the loss: a fresh, empty database and a new sentinel. The second copy stays beside it, untouched. */
  startEmpty(operationId: string): Promise<Result<Record<string, never>>>;
  /** Writes the second copy where something changed since the last one; never while the notebook is not healthy. */
  writeSecondCopy(): Promise<'written' | 'unchanged' | 'refused' | 'failed'>;
  /** When the newest second copy of this notebook was written, ISO. */
  secondCopyAt(): Promise<string | undefined>;
  /** Everything out, second copies too: as on the first day. */
  wipe(): Promise<Result<Record<string, never>>>;
  close(): void;
}

type Opened = { health: Health; database: Database; name: string };
type Opening = Opened | Failure;

const restoreType = 'recovery.restore';
const startEmptyType = 'recovery.start-empty';

const summaryOf = ({ at, creators, records }: CopyHeader) => ({ at, creators, records });

/** Opens the notebook when it is first asked for. Nothing in here knows the browser: what it needs comes in. */
export function openNotebook({
  local,
  files,
  name = databaseName,
  clock = () => new Date(),
  scrubSoon = () => {},
  tidySoon = () => {},
  stayAwake = async () => {},
  pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
}: NotebookParts): Notebook {
  let opened: Opened | undefined;
  let opening: { done: Promise<Opening>; blocked: Promise<Failure> } | undefined;
  /** recovery and copying follow one another */
  let queue: Promise<unknown> = Promise.resolve();
  /** while it changes its database nobody is given one */
  let held: Promise<unknown> | undefined;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  }

  async function takeUp(database: Database): Promise<void> {
    onCommit(database, async (_database, { stores, keys, counted, now }) => {
      scrubbing.heard(database, keys);
      if (counted) await writeSentinel(local, await sentinelOf(database, now));
      if (stores.has('settings')) await mirrorUi(local, database);
    });
    try {
      await writeSentinel(local, await sentinelOf(database, clock()));
      await mirrorUi(local, database);
    } catch (error) {
      // the notebook itself is whole; the next commit or start writes both again
      console.error('Deckhand: beside the notebook', error);
    }
  }

  async function connect(onBlocked: () => void, contents?: Contents): Promise<Opening> {
    const now = clock();
    const live = await liveName(name);
    const database: Database | Failure = await openDatabase({
      name: live,
      now,
      contents,
      onBlocked,
      onGone: () => gone(database),
    });
    if ('ok' in database) return database;
    const filled = contents && (await database.get('meta', 'notebook'))?.databaseId === contents.databaseId;
    const health = filled ? 'healthy' : await checkHealth(database, local, files);
    if (health === 'healthy') await takeUp(database);
    opened = { health, database, name: live };
    return opened;
  }

  function current(): Promise<Opening> {
    if (opened) return Promise.resolve(opened);
    if (!opening) {
      let onBlocked = () => {};
      const blocked = new Promise<Failure>((resolve) => {
        onBlocked = () => resolve(fail('blocked', 'another tab holds an older version of the notebook open'));
      });
      const done = connect(onBlocked).finally(() => {
        opening = undefined;
      });
      opening = { done, blocked };
    }
    // while it is blocked every question is answered at once; the opening itself goes on
    return Promise.race([opening.done, opening.blocked]);
  }

  const isOpen = (now: Opening): now is Opened => 'health' in now;

  /** The answer that a recovery message got before, or why nothing is to be recovered; null: go on. */
  async function refusal<T>(now: Opening, operationId: string, type: string): Promise<Result<T> | null> {
    if (!isOpen(now)) return now.code === 'recovery' ? null : now;
    if (now.health !== 'healthy') return null;
    const earlier = await now.database.get('operations', operationId);
    if (earlier?.type === type) return ok(earlier.answer as T);
    return fail('forbidden', 'the notebook is healthy: there is nothing to recover');
  }

  async function replaceBy(
    contents: Contents | undefined,
    remove: () => Promise<Failure | null> = () => removeDatabases(bothNames(name)),
  ): Promise<Failure | null> {
    const exchange = async (): Promise<Opening> => {
      opened?.database.close();
      opened = undefined;
      return (await remove()) ?? connect(() => {}, contents);
    };
    // whoever asks meanwhile waits for this: an opening in between would create an empty database in its place
    const done = exchange().finally(() => {
      opening = undefined;
    });
    opening = { done, blocked: new Promise(() => {}) };
    const now = await done;
    return isOpen(now) ? null : now;
  }

  /** A copy of what the sentinel remembers; of any notebook where there is no sentinel. */
  async function copyToRestore() {
    const sentinel = await readSentinel(local);
    return newestCopy(files, sentinel?.databaseId);
  }

  /** Another notebook's records are in the way: they get their own second copy before they make room. */
  async function setAside(now: Opening): Promise<void> {
    if (isOpen(now) && now.health === 'replaced') await copyDatabase(now.database, files, clock());
  }

  /** Nobody is given the database until `work` is done. */
  async function hold<T>(work: () => Promise<T>): Promise<T> {
    const done = work();
    held = done.catch(() => {});
    try {
      return await done;
    } finally {
      held = undefined;
    }
  }

  async function healthy(): Promise<Opened | null> {
    const now = await current();
    return isOpen(now) && now.health === 'healthy' ? now : null;
  }

  const gone = (database: Database | Failure) => {
    if (opened?.database === database) opened = undefined;
  };

  const scrubbing = makeScrubbing({
    local,
    files,
    name,
    clock,
    scrubSoon,
    tidySoon,
    inTurn,
    healthy,
    hold,
    async takeOver(database, live) {
      opened = { health: 'healthy', database, name: live };
      await takeUp(database);
    },
    onGone: gone,
    pause,
    stayAwake,
  });

  /** First what would bring the records back or call them vanished, then they themselves. */
  async function removeEverything(): Promise<Failure | null> {
    for (const copy of await copyNames(files)) await files.remove(copy);
    await local.remove([sentinelKey, uiKey]);
    await clearScrub(local);
    return removeForGood(name, bothNames(name), pause);
  }

  return {
    async database() {
      let now = await current();
      while (held) {
        await held;
        now = await current();
      }
      if (!isOpen(now)) return now;
      if (now.health === 'healthy') return ok(now.database);
      return fail('recovery', `the notebook has ${now.health}`);
    },

    async status() {
      const now = await current();
      if (!isOpen(now) && now.code !== 'recovery') return now;
      const state = isOpen(now) ? now.health : 'damaged';
      const sentinel = await readSentinel(local);
      const copy = state === 'healthy' ? null : await copyToRestore();
      return ok({
        state,
        ...(sentinel ? { remembered: { creators: sentinel.creators, at: sentinel.at } } : {}),
        ...(copy ? { secondCopy: summaryOf(copy.header) } : {}),
      });
    },

    restore: (operationId) =>
      inTurn(async () => {
        const now = await current();
        const refused = await refusal<{ records: number }>(now, operationId, restoreType);
        if (refused) return refused;
        const copy = await copyToRestore();
        if (!copy) return fail('not-found', 'there is no second copy that passes its check');
        await setAside(now);
        const contents = restoredContents(copy, { operationId, type: restoreType, now: clock() });
        return (await replaceBy(contents)) ?? ok({ records: contents.records });
      }),

    startEmpty: (operationId) =>
      inTurn(async () => {
        const now = await current();
        const refused = await refusal<Record<string, never>>(now, operationId, startEmptyType);
        if (refused) return refused;
        await setAside(now);
        const contents = emptyContents({ operationId, type: startEmptyType, now: clock() });
        return (await replaceBy(contents)) ?? ok({});
      }),

    writeSecondCopy: () =>
      inTurn(async () => {
        const now = await healthy();
        return now ? copyDatabase(now.database, files, clock()) : 'refused';
      }),

    async secondCopyAt() {
      const now = await current();
      if (!isOpen(now)) return undefined;
      const meta = await now.database.get('meta', 'notebook');
      return meta && newestCopyTime(files, meta.databaseId);
    },

    ...scrubbing,

    wipe: () =>
      inTurn(async () => {
        const now = await current();
        // what cannot be opened for another reason than damage may be whole: it is not ours to throw away
        if (!isOpen(now) && now.code !== 'recovery') return now;
        return (await replaceBy(undefined, removeEverything).finally(tidySoon)) ?? ok({});
      }),

    close() {
      opened?.database.close();
      opened = undefined;
    },
  };
}
