import type { Notebook } from '../storage/notebook.ts';
import { everything } from './restore-notebook.ts';
import type { Service } from './service.ts';

/** Accepts the loss and begins an empty notebook. */
export const startEmpty =
  (notebook: Notebook): Service<'recovery.start-empty'> =>
  async ({ operationId }, call) => {
    const result = await notebook.startEmpty(operationId);
    if (result.ok) await call.announce(everything);
    return result;
  };
