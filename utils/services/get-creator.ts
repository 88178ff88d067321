import { type FrameContexts, refuseOtherCreator } from './frame-context.ts';
import { creatorStores, readCreator } from './read-creator.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

export const getCreator =
  (contexts: FrameContexts): Service<'creator.get'> =>
  async ({ creatorId }, call) =>
    (await refuseOtherCreator(contexts, call.caller, creatorId)) ??
    readOnce(call, creatorStores, (reader) => readCreator(reader, creatorId));
