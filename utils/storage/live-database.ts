import { openDB } from 'idb';
import { removeDatabase } from './remove-database.ts';
import type { Meta } from './schema.ts';

/** The two names under which a notebook may live: it moves from one to the other to leave nothing of erased people behind. */
export const bothNames = (name: string): [string, string] => [name, `${name}-b`];

/** The name to which a notebook moves next. */
export function otherName(name: string, current: string): string {
  const [first, second] = bothNames(name);
  return current === first ? second : first;
}

/** Those of the two that exist. */
export async function existingNames(name: string): Promise<string[]> {
  const known = new Set((await indexedDB.databases()).map((database) => database.name));
  return bothNames(name).filter((each) => known.has(each));
}

/** `whole` · `none`: never whole, for a move into it was cut short · `unreadable`: the browser does not open it now */
type Found = { name: string; state: 'whole' | 'none' | 'unreadable'; generation: number };

async function lookAt(name: string): Promise<Found> {
  let made = false;
  try {
    const database = await openDB(name, undefined, {
      // not even its stores were made, or it went away since it was listed: none shall come to be in its place
      upgrade: (_database, _from, _to, transaction) => {
        made = true;
        transaction.done.catch(() => {});
        transaction.abort();
      },
    });
    try {
      const known = database.objectStoreNames.contains('meta');
      const meta: Meta | undefined = known ? await database.get('meta', 'notebook') : undefined;
      const state = meta === undefined || meta.filling ? 'none' : 'whole';
      return { name, state, generation: meta?.generation ?? 0 };
    } finally {
      database.close();
    }
  } catch {
    return { name, state: made ? 'none' : 'unreadable', generation: 0 };
  }
}

/**
 * Under which name the notebook lives. Two stand there only when the background was stopped in the midst of a move: one that never
 * was whole goes; of two whole ones the older does, for the move was done. One that cannot be read now is left where it is: the next
 * move clears it away.
 */
export async function liveName(name: string): Promise<string> {
  const [first] = bothNames(name);
  let names: string[];
  try {
    names = await existingNames(name);
  } catch {
    // a browser that cannot list will say at the opening what is wrong
    return first;
  }
  if (names.length < 2) return names[0] ?? first;
  const found = await Promise.all(names.map(lookAt));
  const [live, ...old] = found
    .filter(({ state }) => state === 'whole')
    .sort((a, b) => b.generation - a.generation);
  // nothing whole: the opening says so, and only recovery may go on
  if (!live) return found.find(({ state }) => state === 'unreadable')?.name ?? first;
  for (const each of [...old, ...found.filter(({ state }) => state === 'none')])
    await removeDatabase(each.name);
  return live.name;
}
