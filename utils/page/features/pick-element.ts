import type { HintField } from '../../domain/hint.ts';
import { ask } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import { pickerSlot } from '../picker-slot.ts';

/** The person wants to point at the element that shows a field: fetches what that takes, for hardly any page needs it. */
export async function pointAt(page: Page, field: HintField, signal: AbortSignal): Promise<void> {
  const answers = await Promise.all([
    ask('page.need', { part: 'picker' }),
    ask('page.need', { part: 'readers' }),
  ]);
  if (signal.aborted) return;
  const picker = pickerSlot.provided();
  if (answers.some(({ ok }) => !ok) || !picker) return page.toast(page.t('overlay_not_opened'));
  picker.pick(page, field, signal);
}
