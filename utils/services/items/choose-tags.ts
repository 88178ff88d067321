import { ok } from '../../domain/result.ts';
import type { Tag } from '../../domain/tag.ts';
import { tagItemsCounter } from '../../storage/counters.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Service } from '../service.ts';
import { announce, readOnce } from '../write-once.ts';
import { ensureTags } from './default-tags.ts';

/** Stores that choices are read from. */
export const choiceStores: StoreName[] = ['tags', 'items', 'counters'];

export interface TagChoice {
  tag: Tag;
  /** items that carry it */
  used: number;
  /** when it was last put on one of them */
  lastUsed?: string;
}

/** The entries of a tag in `Item.taggedWith`. */
export const taggedRange = (tagId: string) => IDBKeyRange.bound(`${tagId} `, `${tagId} \uffff`);

async function choiceOf(reader: Reader, tag: Tag): Promise<TagChoice> {
  const used = await reader.counter(tagItemsCounter(tag.id));
  if (used === 0) return { tag, used };
  const last = await reader.edge('items', 'taggedWith', 'last', taggedRange(tag.id));
  const entry = last?.taggedWith.find((one) => one.startsWith(`${tag.id} `));
  return { tag, used, ...(entry ? { lastUsed: entry.slice(tag.id.length + 1) } : {}) };
}

/**
 * All tags in the order of the picker: those used last first, then the default set in its own order, then by name.
 * @param reader over `choiceStores`
 */
export async function tagChoices(reader: Reader): Promise<TagChoice[]> {
  // by the index: in the order of the alphabet
  const tags = await reader.list('tags', 'name');
  const choices = await Promise.all(tags.map((tag) => choiceOf(reader, tag)));
  const made = ({ tag }: TagChoice) => (tag.starter ? tag.id : '~');
  return choices.sort(
    (a, b) =>
      (b.lastUsed ?? '').localeCompare(a.lastUsed ?? '') ||
      Number(made(a) > made(b)) - Number(made(a) < made(b)),
  );
}

/** Tags to choose from; at first use the default set is made. */
export const chooseTags: Service<'tag.choices'> = async (_input, call) => {
  if (await ensureTags(call)) await announce(call, ['tags']);
  return readOnce(call, choiceStores, async (reader) => ok({ tags: await tagChoices(reader) }));
};
