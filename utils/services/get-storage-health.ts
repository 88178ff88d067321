import { fail } from '../domain/result.ts';
import type { Notebook } from '../storage/notebook.ts';
import type { Service } from './service.ts';

export const getStorageHealth =
  (_notebook: Notebook): Service<'storage.health'> =>
  async () =>
    fail('internal', 'not yet');
