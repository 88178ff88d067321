import type { Notebook } from '../storage/notebook.ts';
import type { Service } from './service.ts';

export const getRecoveryStatus =
  (notebook: Notebook): Service<'recovery.status'> =>
  () =>
    notebook.status();
