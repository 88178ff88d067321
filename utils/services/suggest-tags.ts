import { ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** As many as a list of suggestions can be searched by eye and key. */
const atMost = 500;

/** Names of the tags, in the order of the alphabet. */
export const suggestTags: Service<'tag.suggest'> = (_input, call) =>
  readOnce(call, ['tags'], async (reader) => {
    const tags = await reader.list('tags', 'name', null, atMost);
    return ok({ names: tags.map(({ name }) => name) });
  });
