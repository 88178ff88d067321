import type { Account, Observation } from '../domain/creator.ts';
import { fail, ok } from '../domain/result.ts';
import type { Reader } from '../storage/reader.ts';
import type { Operation } from '../storage/schema.ts';
import { activityRows, activityStores } from './activity-rows.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

const atMost = { observations: 500, activities: 200 };

async function seriesOf(
  reader: Reader,
  { id }: Account,
): Promise<{ accountId: string; observations: Observation[] }> {
  const ofAccount = IDBKeyRange.bound([id], [id, []]);
  const newest = await reader.newest('observations', 'accountAt', ofAccount, atMost.observations);
  return { accountId: id, observations: newest.slice(0, atMost.observations).reverse() };
}

/** What happened to one creator: the numbers of their accounts over time, and what was done with Deckhand. */
export const getCreatorHistory: Service<'creator.history'> = ({ creatorId }, call) =>
  readOnce(call, [...activityStores, 'accounts', 'observations'], async (reader) => {
    const creator = await reader.get('creators', creatorId);
    if (!creator || creator.deletedAt) return fail('not-found', 'no creator of that id');
    const accounts = await reader.list('accounts', 'creatorId', creatorId);
    const series = await Promise.all(accounts.map((account) => seriesOf(reader, account)));

    const about = IDBKeyRange.bound([creatorId], [creatorId, []]);
    const log = await reader.newest('activities', 'subjectAt', about, atMost.activities);
    // what was done to others at the same time is not taken back from here
    const mayUndo = ({ images }: Operation) =>
      images.every(({ store, key }) => store !== 'creators' || key === creatorId);
    const activities = await activityRows(reader, log.slice(0, atMost.activities), [], mayUndo);

    const by = creator.introducedBy ? await reader.get('creators', creator.introducedBy) : undefined;
    const introducedBy = by && !by.deletedAt ? { introducedBy: { id: by.id, name: by.displayName } } : {};
    return ok({ series, activities, ...introducedBy });
  });
