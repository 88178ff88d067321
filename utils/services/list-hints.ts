import { ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** Every place at which the person pointed, in the order in which they were remembered. */
export const listHints: Service<'hint.list'> = (_input, call) =>
  readOnce(call, ['hints'], async (reader) => ok({ hints: await reader.all('hints') }));
