import { ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { storedSettings } from './stored-settings.ts';
import { readOnce } from './write-once.ts';

export const getSettings: Service<'settings.get'> = (_input, call) =>
  readOnce(call, ['settings'], async (reader) => ok(await storedSettings(reader)));
