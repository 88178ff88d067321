import { ok } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import { ownAccount } from './current-brand.ts';
import { findAccount } from './find-account.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** What a page may know about a handle: enough to choose an icon, nothing of what the notebook says about the person. */
export const markHandle: Service<'page.mark'> = (name, call) =>
  readOnce<Output<'page.mark'>>(call, ['brands', 'accounts', 'creators'], async (reader) => {
    if (await ownAccount(reader, name)) return ok({ mark: 'ours' });
    const { account } = await findAccount(reader, name);
    const creator = account && (await reader.get('creators', account.creatorId));
    if (!creator || creator.deletedAt) return ok({ mark: 'new' });
    return ok({ mark: creator.doNotContact ? 'do-not-contact' : 'known' });
  });
