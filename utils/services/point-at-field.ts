import { namesItsHost } from '../domain/hint-fields.ts';
import { fail, ok } from '../domain/result.ts';
import { isHintFor, ruleOf } from './hints.ts';
import type { Service } from './service.ts';
import { tabFrames, tellOverlay } from './show-in-frame.ts';

/** The person wants to point at the element that shows a field: the page's script takes it from here. */
export const pointAtField: Service<'hint.point'> = async ({ field, tabId: chosen }, { caller }) => {
  const tabId = caller.kind === 'popup' ? chosen : caller.tabId;
  if (tabId === undefined) return fail('not-found', 'a frame outside a tab');
  const heard = await tellOverlay(tabId, { type: 'hint.point', field });
  return heard ? ok({}) : fail('not-found', 'no script of ours in this tab');
};

/**
 * The person pointed at an element: the frame in that tab shows what stands there, and nothing is remembered before she says so. A page's
 * script may speak only of the site on which it stands.
 */
export const fieldPointedAt: Service<'hint.pointed'> = async ({ hint, raw, value }, call) => {
  const { tabId, url } = call.caller;
  if (tabId === undefined || url === undefined) return fail('not-found', 'a page outside a tab');
  if (!namesItsHost(hint) || !isHintFor(hint, url))
    return fail('invalid', `a hint for ${hint.platform} from elsewhere`);
  const before = await tabFrames.of(tabId);
  const fromCard = before?.surface === 'creator-card' || (before?.surface === 'hint' && before.fromCard);
  await tabFrames.set(tabId, {
    surface: 'hint',
    fromCard,
    hint: ruleOf(hint),
    raw,
    ...(value === undefined ? {} : { value }),
  });
  await call.announce(['frame']);
  return ok({});
};
