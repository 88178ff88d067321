import { ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** Every tag, in the order of the alphabet. */
export const listTags: Service<'tag.list'> = (_input, call) =>
  readOnce(call, ['tags'], async (reader) => ok({ tags: await reader.list('tags', 'name') }));
