import { collections } from '../messaging/changes.ts';
import type { Notebook } from '../storage/notebook.ts';
import type { FrameContexts } from './frame-context.ts';
import type { Service } from './service.ts';
import { tabFrames } from './show-in-frame.ts';

/**
 * Removes everything. The operation id cannot be kept, for nothing is: a repeat wipes what is empty already, which changes nothing.
 */
export const wipeNotebook =
  (notebook: Notebook, contexts: FrameContexts = tabFrames): Service<'notebook.wipe'> =>
  async (_input, call) => {
    const wiped = await notebook.wipe();
    if (!wiped.ok) return wiped;
    await contexts.forgetAll();
    await call.announce(collections);
    return wiped;
  };
