import { fail, ok } from '../../domain/result.ts';
import { tagItem, tagItemCollections, tagItemStores } from '../items/tag-item.ts';
import type { Caller, Service } from '../service.ts';
import { tabFrames } from '../show-in-frame.ts';
import { writeOnce } from '../write-once.ts';
import { contextOf } from './open-tagging.ts';
import { sayTagged } from './say-tagged.ts';

async function pickerOf({ tabId }: Caller) {
  const context = tabId === undefined ? null : await tabFrames.of(tabId);
  return context?.surface === 'tag-picker' ? context : null;
}

/** What the picker in this tab is about. */
export const taggingContext: Service<'tagging.context'> = async (_input, call) => {
  const picker = await pickerOf(call.caller);
  return picker ? contextOf(picker.item, picker.suggested ?? [], call) : ok(null);
};

/** Tags the item that this tab's picker was opened for: what a page says later changes nothing. The page says that it is done. */
export const applyTagging: Service<'tagging.apply'> = async ({ operationId, ...choice }, call) => {
  const { tabId } = call.caller;
  const picker = await pickerOf(call.caller);
  if (!picker || tabId === undefined) return fail('not-found', 'nothing is tagged in this tab');
  const done = await writeOnce(
    call,
    { type: 'tagging.apply', operationId, stores: tagItemStores, collections: tagItemCollections },
    (unit) => tagItem(unit, { seen: picker.item, ...choice, now: call.now }),
  );
  if (!done.ok) return done;
  const { effects, tagIds } = done.value;
  await sayTagged(tabId, { operationId, effects, tagged: tagIds.length > 0 });
  return done;
};
