import { newId } from '../domain/new-id.ts';
import type { KeyValueArea } from './areas.ts';

/** `storage.local` key of the note that the browser's files are to be scrubbed; content scripts can read it: an opaque token only. */
const noteKey = 'scrub';

/** Notes that something was erased: another token each time, so that one scrub does not answer for what came after it began. */
export async function noteScrub(area: KeyValueArea): Promise<void> {
  await area.set({ [noteKey]: newId() });
}

/** @returns the token; null where nothing is to be scrubbed */
export async function pendingScrub(area: KeyValueArea): Promise<string | null> {
  const stored = (await area.get([noteKey]))[noteKey];
  return typeof stored === 'string' ? stored : null;
}

export async function clearScrub(area: KeyValueArea): Promise<void> {
  await area.remove([noteKey]);
}
