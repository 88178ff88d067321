import { localDay } from '../../domain/day.ts';
import { ok } from '../../domain/result.ts';
import { mayUseEach } from '../../domain/rights-use.ts';
import type { RightsHere } from '../../messaging/protocol/rights.ts';
import type { FrameContexts } from '../frame-context.ts';
import type { Service } from '../service.ts';
import { tabFrames } from '../show-in-frame.ts';
import { readOnce } from '../write-once.ts';
import { grantOfKeys } from './ugc-effect.ts';

/** "May I use this in ads?" beside the post: of the one item for which the frame in this tab stands open, and no other. */
export const rightsHereOf =
  (contexts: FrameContexts): Service<'rights.here'> =>
  async (_input, call) => {
    const { tabId } = call.caller;
    const context = tabId === undefined ? null : await contexts.of(tabId);
    if (context?.surface !== 'tag-picker') return ok(null);
    return readOnce<RightsHere | null>(call, ['rightsGrants'], async (reader) => {
      const grant = await grantOfKeys(reader, context.item.keys);
      if (!grant) return ok(null);
      const { creditLine } = grant;
      const uses = mayUseEach(grant, localDay(call.now));
      return ok({ uses, ...(creditLine === undefined ? {} : { creditLine }) });
    });
  };

export const rightsHere = rightsHereOf(tabFrames);
