import { compileKeywords, type KeywordMatcher } from '../../domain/keyword-match.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';
import { enabledGroups } from './list-groups.ts';

/** What `suggestedTagsFor` reads. */
export const suggestedTagStores: StoreName[] = ['keywordGroups', 'tags'];

/** Words compiled before, for as long as the groups are what they were. */
let compiled: { sign: string; matcher: KeywordMatcher } | null = null;

/**
 * Tags that fit a text: those of the groups of keyword alerts whose words are in it, the most serious first, each once.
 * Buying intent suggests the tag *answer with link*, which opens a case.
 * @param text an item's, as a page showed it
 * @returns ids of tags that are there and offered
 */
export async function suggestedTagsFor(reader: Reader, text: string): Promise<string[]> {
  if (text === '') return [];
  const groups = (await enabledGroups(reader)).filter(({ tagId }) => tagId !== undefined);
  if (groups.length === 0) return [];
  const sign = groups.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join('\n');
  if (compiled?.sign !== sign) {
    const words = groups.flatMap(({ words: list }, group) => list.map((word) => ({ text: word, group })));
    compiled = { sign, matcher: compileKeywords(words) };
  }
  const tagIds = new Set(compiled.matcher.find(text).groups.flatMap((group) => groups[group]?.tagId ?? []));
  const tags = await Promise.all([...tagIds].map((id) => reader.get('tags', id)));
  return tags.flatMap((tag) => (tag && !tag.retired ? [tag.id] : []));
}
