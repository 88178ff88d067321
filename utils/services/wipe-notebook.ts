import { fail } from '../domain/result.ts';
import type { Notebook } from '../storage/notebook.ts';
import type { Service } from './service.ts';

export const wipeNotebook =
  (_notebook: Notebook): Service<'notebook.wipe'> =>
  async () =>
    fail('internal', 'not yet');
