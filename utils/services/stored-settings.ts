import { defaultSettings } from '../domain/default-settings.ts';
import { type Settings, settingsSchema } from '../domain/settings.ts';
import type { Reader } from '../storage/reader.ts';
import type { Unit } from '../storage/unit-of-work.ts';

const keys = Object.keys(settingsSchema.shape) as (keyof Settings)[];

/** The settings as they hold now: what was saved, over the defaults. */
export async function storedSettings(reader: Reader): Promise<Settings> {
  const stored = await reader.get('settings', 'settings');
  const known = keys.filter((key) => stored?.[key] !== undefined).map((key) => [key, stored?.[key]]);
  return { ...defaultSettings, ...Object.fromEntries(known) };
}

/** Saves some settings and leaves the others as they are. */
export async function putSettings(unit: Unit, changes: Partial<Settings>): Promise<Settings> {
  const stored = await unit.get('settings', 'settings');
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const settings: Settings = { ...(await storedSettings(unit)), ...Object.fromEntries(given) };
  await unit.put('settings', {
    ...settings,
    id: 'settings',
    createdAt: stored?.createdAt ?? unit.now,
    updatedAt: unit.now,
  });
  return settings;
}
