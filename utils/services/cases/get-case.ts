import type { Case } from '../../domain/case.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { rowOf } from './case-rows.ts';

/** Other cases of one author that are shown. */
const mostOthers = 10;

/** What else the same person wanted, the last opened first. Ids sort by the time at which they were made. */
async function othersOf(reader: Reader, { id, authorKeys }: Case): Promise<Case[]> {
  const found = await Promise.all(
    authorKeys.map((key) => reader.newest('cases', 'authorKeys', IDBKeyRange.only(key), mostOthers + 1)),
  );
  const others = new Map(found.flat().map((one) => [one.id, one]));
  others.delete(id);
  return [...others.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, mostOthers);
}

async function creatorOf(reader: Reader, { authorKeys }: Case): Promise<string | undefined> {
  for (const key of authorKeys) {
    const [account] = await reader.list('accounts', 'identityKeys', key, 1);
    if (account) return account.creatorId;
  }
  return undefined;
}

/** One case with what it refers to. */
export const getCase: Service<'case.get'> = ({ caseId }, call) =>
  readOnce(call, ['cases', 'tags', 'keywordGroups', 'competitors', 'accounts'], async (reader) => {
    const one = await reader.get('cases', caseId);
    if (!one) return fail('not-found', 'no case of that id');
    const { tagId, keywordGroupId, competitorId } = one;
    const [tag, group, competitor, creatorId, others] = await Promise.all([
      tagId && reader.get('tags', tagId),
      keywordGroupId && reader.get('keywordGroups', keywordGroupId),
      competitorId && reader.get('competitors', competitorId),
      creatorOf(reader, one),
      othersOf(reader, one),
    ]);
    return ok({
      case: one,
      ...(tag ? { tagName: tag.name } : {}),
      ...(group ? { keywordGroupName: group.name } : {}),
      ...(competitor ? { competitorName: competitor.name } : {}),
      ...(creatorId ? { creatorId } : {}),
      others: others.map(rowOf),
    });
  });
