import { fail } from '../domain/result.ts';
import type { Notebook } from '../storage/notebook.ts';
import type { Service } from './service.ts';

export const noteBackup =
  (_notebook: Notebook): Service<'backup.done'> =>
  async () =>
    fail('internal', 'not yet');
