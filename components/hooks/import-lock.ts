import type { Id } from '../../utils/domain/record.ts';

/*
 * Which imports a page is at work on. The browser gives a lock back by itself when its page is closed or crashes, so an import that
 * is open and has no lock was interrupted.
 */

const prefix = 'import:';
const locks = () => ('locks' in navigator ? navigator.locks : undefined);

/** Holds the lock of an import until the returned function is called. */
export function holdImport(batchId: Id): () => void {
  let release = () => {};
  const over = new Promise<void>((done) => {
    release = done;
  });
  void locks()?.request(prefix + batchId, () => over);
  return release;
}

/** The imports that some page of this browser is at work on. */
export async function importsUnderWay(): Promise<Set<Id>> {
  const held = (await locks()?.query())?.held ?? [];
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? name.slice(prefix.length) : [])));
}
