import { defaultSettings } from '../domain/default-settings.ts';
import { uiSettingsSchema } from '../domain/settings.ts';
import type { KeyValueArea } from './areas.ts';
import type { Database } from './database.ts';
import { sameValue } from './same-value.ts';

/** `storage.local` key under which content scripts find the settings of the screen. */
export const uiKey = 'ui';

/** Puts the settings of the screen where content scripts can read them. */
export async function mirrorUi(local: KeyValueArea, database: Database): Promise<void> {
  const stored = { ...defaultSettings, ...(await database.get('settings', 'settings')) };
  const ui = Object.fromEntries(
    Object.keys(uiSettingsSchema.shape).map((key) => [
      key,
      stored[key as keyof typeof uiSettingsSchema.shape],
    ]),
  );
  if (!sameValue((await local.get([uiKey]))[uiKey], ui)) await local.set({ [uiKey]: ui });
}
