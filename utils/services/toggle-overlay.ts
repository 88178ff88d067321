import { newId } from '../domain/new-id.ts';
import { ok } from '../domain/result.ts';
import { saveSettings } from './save-settings.ts';
import type { Call } from './service.ts';
import { storedSettings } from './stored-settings.ts';
import { readOnce } from './write-once.ts';

/** The command that hides Deckhand on all pages, or shows it again. */
export async function toggleOverlay(call: Call): Promise<void> {
  const settings = await readOnce(call, ['settings'], async (reader) => ok(await storedSettings(reader)));
  if (!settings.ok) return;
  const changes = { overlayHidden: !settings.value.overlayHidden };
  await saveSettings({ operationId: newId(), changes }, call);
}
