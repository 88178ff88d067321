import { defaultSettings } from '../domain/default-settings.ts';
import { type Failure, fail, ok, type Result } from '../domain/result.ts';
import { uiSettingsSchema } from '../domain/settings.ts';
import type { FileArea, KeyValueArea } from './areas.ts';
import { type Contents, type Database, openDatabase } from './database.ts';
import { checkHealth, type Health, sentinelOf } from './notebook-health.ts';
import { emptyContents, removeDatabase, restoredContents } from './recovery.ts';
import { sameValue } from './same-value.ts';
import { copyDatabase, newestCopy } from './second-copy.ts';
import { readSentinel, writeSentinel } from './sentinel.ts';
import { onCommit } from './unit-of-work.ts';

export const databaseName = 'deckhand';
/** `storage.local` key under which content scripts find the settings of the screen. */
export const uiKey = 'ui';

/** What the notebook needs from outside. */
export interface NotebookParts {
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

export interface Notebook {
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
  close(): void;
}

type Opened = { health: Health; database: Database };
type Opening = Opened | Failure;

const restoreType = 'recovery.restore';
const startEmptyType = 'recovery.start-empty';

/** Opens the notebook when it is first asked for. Nothing in here knows the browser: what it needs comes in. */
export function openNotebook({
  local,
  files,
  name = databaseName,
  clock = () => new Date(),
}: NotebookParts): Notebook {
  let opened: Opened | undefined;
  let opening: { done: Promise<Opening>; blocked: Promise<Failure> } | undefined;
  /** recovery and copying follow one another */
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  }

  async function mirrorUi(database: Database): Promise<void> {
    const stored = { ...defaultSettings, ...(await database.get('settings', 'settings')) };
    const ui = Object.fromEntries(
      Object.keys(uiSettingsSchema.shape).map((key) => [
        key,
        stored[key as keyof typeof uiSettingsSchema.shape],
      ]),
    );
    if (!sameValue((await local.get([uiKey]))[uiKey], ui)) await local.set({ [uiKey]: ui });
  }

  async function takeUp(database: Database): Promise<void> {
    onCommit(database, async (_database, { stores, counted, now }) => {
      if (counted) await writeSentinel(local, await sentinelOf(database, now));
      if (stores.has('settings')) await mirrorUi(database);
    });
    try {
      await writeSentinel(local, await sentinelOf(database, clock()));
      await mirrorUi(database);
    } catch (error) {
      // the notebook itself is whole; the next commit or start writes both again
      console.error('Deckhand: beside the notebook', error);
    }
  }

  async function connect(onBlocked: () => void, contents?: Contents): Promise<Opening> {
    const now = clock();
    const database: Database | Failure = await openDatabase({
      name,
      now,
      contents,
      onBlocked,
      onGone: () => {
        if (opened?.database === database) opened = undefined;
      },
    });
    if ('ok' in database) return database;
    const filled = contents && (await database.get('meta', 'notebook'))?.databaseId === contents.databaseId;
    const health = filled ? 'healthy' : await checkHealth(database, local, files);
    if (health === 'healthy') await takeUp(database);
    opened = { health, database };
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

  async function replaceBy(contents: Contents): Promise<Failure | null> {
    const exchange = async (): Promise<Opening> => {
      opened?.database.close();
      opened = undefined;
      return (await removeDatabase(name)) ?? connect(() => {}, contents);
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

  return {
    async database() {
      const now = await current();
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
        ...(copy
          ? {
              secondCopy: {
                at: copy.header.at,
                creators: copy.header.creators,
                records: copy.header.records,
              },
            }
          : {}),
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
        return (
          (await replaceBy(emptyContents({ operationId, type: startEmptyType, now: clock() }))) ?? ok({})
        );
      }),

    writeSecondCopy: () =>
      inTurn(async () => {
        const now = await current();
        if (!isOpen(now) || now.health !== 'healthy') return 'refused';
        return copyDatabase(now.database, files, clock());
      }),

    close() {
      opened?.database.close();
      opened = undefined;
    },
  };
}
