import type { FrameContext } from '../domain/frame-context.ts';
import { fail, ok } from '../domain/result.ts';
import { ownAccount } from './current-brand.ts';
import { findAccount } from './find-account.ts';
import type { Service } from './service.ts';
import { tabFrames } from './show-in-frame.ts';
import { readOnce } from './write-once.ts';

/** The person clicked the badge of a known handle or of our own: chooses what the card in this tab shows. */
export const openCard: Service<'card.open'> = async (name, call) => {
  const { tabId, url } = call.caller;
  if (tabId === undefined) return fail('not-found', 'a page outside a tab');
  const found = await readOnce(call, ['brands', 'accounts', 'creators'], async (reader) => {
    const own = await ownAccount(reader, name);
    if (own)
      return ok<FrameContext>({ surface: 'our-account', account: own.account, brandName: own.brand.name });
    const { account } = await findAccount(reader, name);
    if (!account) return fail('not-found', 'nobody of that handle in the notebook');
    const { platform, handle, stableId } = account;
    return ok<FrameContext>({
      surface: 'creator-card',
      creatorId: account.creatorId,
      outcome: 'opened',
      missing: [],
      account: { platform, handle, main: false, ...(stableId === undefined ? {} : { stableId }) },
    });
  });
  const context: FrameContext = found.ok
    ? found.value
    : { surface: 'problem', code: found.code, url: url ?? '', handle: name.handle };
  await tabFrames.set(tabId, context);
  await call.announce(['frame']);
  return found.ok ? ok({}) : found;
};
