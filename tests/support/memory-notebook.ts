import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { FrameContext } from '../../utils/domain/frame-context.ts';
import { frameContexts } from '../../utils/services/frame-context.ts';
import type { Call, Caller } from '../../utils/services/service.ts';
import type { FileArea, KeyValueArea } from '../../utils/storage/areas.ts';
import type { Database } from '../../utils/storage/database.ts';
import { openNotebook } from '../../utils/storage/notebook.ts';
import { type StoreName, storeNames } from '../../utils/storage/schema.ts';

export const dashboard: Caller = { kind: 'dashboard' };
export const pageIn = (tabId: number): Caller => ({ kind: 'page', tabId });
export const frameIn = (tabId: number): Caller => ({ kind: 'frame', tabId });

/** A `storage` area in memory; `values` is what it holds. */
export function memoryArea(
  values = new Map<string, unknown>(),
): KeyValueArea & { values: Map<string, unknown> } {
  return {
    values,
    get: async (keys) =>
      structuredClone(
        Object.fromEntries(keys.filter((key) => values.has(key)).map((key) => [key, values.get(key)])),
      ),
    set: async (items) => {
      for (const [key, value] of Object.entries(structuredClone(items))) values.set(key, value);
    },
    keys: async () => [...values.keys()],
    remove: async (keys) => {
      for (const key of keys) values.delete(key);
    },
  };
}

/** The origin private file system in memory. */
export function memoryFiles(contents = new Map<string, Uint8Array<ArrayBuffer>>()): FileArea & {
  contents: Map<string, Uint8Array<ArrayBuffer>>;
} {
  return {
    contents,
    list: async () => [...contents.keys()],
    read: async (name) => contents.get(name)?.slice() ?? null,
    write: async (name, bytes) => {
      contents.set(name, bytes.slice());
    },
    remove: async (name) => {
      contents.delete(name);
    },
  };
}

/** A profile's worth of disks: what is left when the background is started again. */
export function newMachine() {
  globalThis.indexedDB = new IDBFactory();
  const local = memoryArea();
  const files = memoryFiles();
  const clock = { now: new Date('2026-03-10T09:00:00.000Z') };
  const announced: string[][] = [];
  const frames = memoryArea();
  const contexts = frameContexts(frames, (stored) => (stored as FrameContext | undefined) ?? null);

  /** Starts the background anew on what the disks hold. */
  function start() {
    const notebook = openNotebook({
      local,
      files,
      clock: () => clock.now,
      // as long as it takes, but no longer
      pause: () => new Promise((done) => setTimeout(done, 1)),
    });
    const call = (caller: Caller = dashboard): Call => ({
      caller,
      database: () => notebook.database(),
      now: clock.now,
      announce: async (collections) => {
        announced.push([...collections]);
      },
    });
    return { notebook, call };
  }
  /** Lets time go by. */
  function later(minutes = 1): void {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  }
  return { local, files, clock, announced, frames, contexts, start, later, ...start() };
}
export type Machine = ReturnType<typeof newMachine>;

export async function databaseOf({ notebook }: Pick<Machine, 'notebook'>): Promise<Database> {
  const result = await notebook.database();
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** Everything in the database, store by store. */
export async function dump(
  machine: Pick<Machine, 'notebook'>,
  stores: readonly StoreName[] = storeNames,
): Promise<Record<string, unknown[]>> {
  const database = await databaseOf(machine);
  const contents: Record<string, unknown[]> = {};
  for (const store of stores) contents[store] = await database.getAll(store);
  return contents;
}

/** The value of a result that must be good. */
export function good<T>(result: { ok: true; value: T } | { ok: false; code: string; message: string }): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.value;
}

/** The code of a result that must have failed. */
export function codeOf(result: { ok: true } | { ok: false; code: string }): string {
  return result.ok ? 'ok' : result.code;
}
