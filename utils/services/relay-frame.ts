import { fail, ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { tabFrames, tellPage } from './show-in-frame.ts';

/** What the frame in this tab was opened for. */
export const frameContext: Service<'frame.context'> = async (_input, { caller }) =>
  ok(caller.tabId === undefined ? null : await tabFrames.of(caller.tabId));

/** The card asks to be closed: only the script around it can take it away and give the focus back. */
export const closeFrame: Service<'frame.close'> = async (_input, { caller }) => {
  if (caller.tabId === undefined) return fail('not-found', 'a frame outside a tab');
  await tabFrames.set(caller.tabId, null);
  await tellPage(caller.tabId, { type: 'frame.close' });
  return ok({});
};

/** The card says how high it is. */
export const sizeFrame: Service<'frame.size'> = async ({ height }, { caller }) => {
  if (caller.tabId === undefined) return fail('not-found', 'a frame outside a tab');
  await tellPage(caller.tabId, { type: 'frame.size', height });
  return ok({});
};
