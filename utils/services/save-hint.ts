import { newId } from '../domain/new-id.ts';
import { fail, ok } from '../domain/result.ts';
import { captureTab } from './capture-here.ts';
import { putHints } from './put-hints.ts';
import type { Service } from './service.ts';
import { tabFrames } from './show-in-frame.ts';
import { writeOnce } from './write-once.ts';

/**
 * Remembers the element that this tab's frame shows. Where it was asked from somebody's card the page is read again, so that the card tells what
 * it found with it. What is remembered comes from the background's own keeping, never from the message.
 */
export const saveHint: Service<'hint.save'> = async ({ operationId }, call) => {
  const { tabId } = call.caller;
  if (tabId === undefined) return fail('not-found', 'a frame outside a tab');
  const shown = await tabFrames.of(tabId);
  if (shown?.surface !== 'hint') {
    // a repeat whose first answer was lost: the card is shown already
    return writeOnce(call, { type: 'hint.save', operationId, stores: [], collections: ['sites'] }, async () =>
      fail('not-found', 'nothing was pointed at in this tab'),
    );
  }
  if (shown.value === undefined) return fail('invalid', 'what stands there cannot be this field');
  const saved = await writeOnce(
    call,
    { type: 'hint.save', operationId, stores: ['hints'], collections: ['sites'] },
    async (unit) => {
      await putHints(unit, [shown.hint], call.now);
      return ok({});
    },
  );
  if (!saved.ok) return saved;
  if (shown.fromCard && shown.hint.field.startsWith('creator.')) {
    await captureTab({ operationId: newId(), tabId }, call);
  } else {
    // a product, or somebody whom nobody has saved: pointing at a place is no wish to save
    await tabFrames.set(tabId, { ...shown, saved: true });
    await call.announce(['frame']);
  }
  return saved;
};
