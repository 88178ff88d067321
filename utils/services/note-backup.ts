import { ok } from '../domain/result.ts';
import type { Notebook } from '../storage/notebook.ts';
import { readNotebook } from '../storage/reader.ts';
import { noteLastBackup } from './last-backup.ts';
import type { Service } from './service.ts';

/** Notes when the last backup was made: beside the notebook, or noting it would already make the backup an older one. */
export const noteBackup =
  (_notebook: Notebook): Service<'backup.done'> =>
  async (_input, call) => {
    const database = await call.database();
    if (!database.ok) return database;
    await readNotebook(database.value, ['meta'], (reader) => noteLastBackup(reader, call.now));
    await call.announce(['storage']);
    return ok({});
  };
