import { deleteDB } from 'idb';
import { type Failure, fail } from '../domain/result.ts';

/**
 * How long a removal may be held up before it counts as blocked, milliseconds: Chromium says `blocked` also while our own
 * connection, closed the moment before, is still being put away.
 */
const patience = 2_000;

/** Removes the database. @returns `blocked` while another connection holds it, `recovery` where the browser cannot */
export async function removeDatabase(name: string): Promise<Failure | null> {
  try {
    return await new Promise((resolve, reject) => {
      deleteDB(name, {
        blocked: () => {
          const held = fail('blocked', 'another connection holds the damaged notebook open');
          setTimeout(() => resolve(held), patience);
        },
      }).then(() => resolve(null), reject);
    });
  } catch (error) {
    return fail('recovery', `the damaged notebook cannot be removed: ${String(error)}`);
  }
}

/** Removes databases one after another. @returns the first failure, at which it stops */
export async function removeDatabases(names: readonly string[]): Promise<Failure | null> {
  for (const name of names) {
    const failure = await removeDatabase(name);
    if (failure) return failure;
  }
  return null;
}
