import type { KeywordGroup, KeywordGroupDetails } from '../../domain/keyword.ts';
import { keywordLimits } from '../../domain/keyword-kinds.ts';
import { tidyWords } from '../../domain/keyword-words.ts';
import { newId } from '../../domain/new-id.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { SavedKeywords } from '../../messaging/protocol/keywords.ts';
import type { Unit } from '../../storage/unit-of-work.ts';

function tooMany(groups: readonly KeywordGroup[]): Failure | null {
  if (groups.length > keywordLimits.groups)
    return fail('invalid', `more than ${keywordLimits.groups} groups`);
  if (groups.some(({ words }) => words.length > keywordLimits.group))
    return fail('invalid', `more than ${keywordLimits.group} words in one group`);
  const all = groups.reduce((sum, { enabled, words }) => sum + (enabled ? words.length : 0), 0);
  return all > keywordLimits.all
    ? fail('invalid', `more than ${keywordLimits.all} words are switched on`)
    : null;
}

/**
 * Puts a group with the words of it that can be looked for. A tag that it had and that was removed since is left out.
 * @returns with the words that cannot, and why; `invalid` where it would be more than a page can look for
 */
export async function putGroup(
  unit: Unit,
  details: KeywordGroupDetails,
  before: KeywordGroup | undefined,
  starter?: string,
): Promise<Result<SavedKeywords>> {
  const { words, refused, merged } = tidyWords(details.words);
  const { tagId, ...rest } = details;
  const isThere = tagId !== undefined && (await unit.get('tags', tagId)) !== undefined;
  if (tagId !== undefined && !isThere && tagId !== before?.tagId)
    return fail('not-found', 'no tag of that id');
  const made = starter ?? before?.starter;
  const group: KeywordGroup = {
    ...rest,
    ...(isThere ? { tagId } : {}),
    words,
    id: before?.id ?? newId(Date.parse(unit.now)),
    createdAt: before?.createdAt ?? unit.now,
    updatedAt: unit.now,
    ...(made === undefined ? {} : { starter: made }),
  };
  const others = (await unit.all('keywordGroups')).filter(({ id }) => id !== group.id);
  const failure = tooMany([...others, group]);
  if (failure) return failure;
  await unit.put('keywordGroups', group);
  return ok({
    group,
    refused: refused.map(({ word, fault }) => ({ word: word.slice(0, 200), fault })),
    merged,
  });
}
