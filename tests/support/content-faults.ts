import { brokenContents, checkContents } from '../../utils/storage/check-contents.ts';
import type { Database } from '../../utils/storage/database.ts';

/** Everything that is wrong with the contents of a notebook: who holds them, and their bytes. */
export async function contentFaults(database: Database) {
  const hashes = await database.getAllKeys('blobContents');
  return [...(await checkContents(database)), ...(await brokenContents(database, hashes))];
}
