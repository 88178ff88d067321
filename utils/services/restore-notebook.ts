import { taggingCollections } from '../messaging/changes.ts';
import type { Notebook } from '../storage/notebook.ts';
import type { Service } from './service.ts';

/** Brings the second copy back into a fresh database. */
export const restoreNotebook =
  (notebook: Notebook): Service<'recovery.restore'> =>
  async ({ operationId }, call) => {
    const result = await notebook.restore(operationId);
    if (result.ok) await call.announce(everything);
    return result;
  };

/** After a recovery every screen shows something else. */
export const everything = [
  'recovery',
  'creators',
  'watchlist',
  'checklist',
  'settings',
  'brands',
  ...taggingCollections,
] as const;
