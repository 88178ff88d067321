import { fail } from '../domain/result.ts';
import type { Notebook } from '../storage/notebook.ts';
import type { Service } from './service.ts';

export const erasePerson =
  (_notebook: Notebook): Service<'person.erase'> =>
  async () =>
    fail('internal', 'not yet');
