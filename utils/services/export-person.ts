import type { Account } from '../domain/creator.ts';
import { fail, ok } from '../domain/result.ts';
import type { Reader } from '../storage/reader.ts';
import type { Operation } from '../storage/schema.ts';
import { everyKey } from '../storage/suppressions.ts';
import { campaignStores, entrantRecords } from './campaigns/erase-campaigns.ts';
import { casesOf } from './cases/erase-cases.ts';
import { exportFans, fanRecordStores } from './fans/erase-fans.ts';
import { isAbout } from './forget-in-templates.ts';
import { itemsBy } from './items/erase-items.ts';
import { exportRights, rightsStores } from './rights/erase-rights.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** Operations read at once: they carry images of whole batches. */
const pageSize = 20;

/** What undo keeps about a person: of each operation only the images that are theirs. @param names keys of their accounts */
async function operationsAbout(
  reader: Reader,
  ids: ReadonlySet<unknown>,
  names: ReadonlySet<unknown>,
): Promise<Operation[]> {
  const named = (list: unknown) => Array.isArray(list) && list.some((key) => names.has(key));
  const keys = await reader.keys('operations', 'at', IDBKeyRange.lowerBound(''));
  const found: Operation[] = [];
  for (let at = 0; at < keys.length; at += pageSize) {
    const page = await Promise.all(keys.slice(at, at + pageSize).map((id) => reader.get('operations', id)));
    for (const operation of page) {
      if (!operation) continue;
      const images = operation.images.filter(
        ({ store, key, before, after }) =>
          // a draw's list names everybody: their own lines are given apart
          store !== 'draws' &&
          (ids.has(key) ||
            [before, after].some((side) => {
              const record = (side ?? {}) as Record<string, unknown>;
              return (
                ids.has(record.creatorId) ||
                ids.has(record.accountId) ||
                named(record.authorKeys) ||
                named(record.keys)
              );
            })),
      );
      if (images.length > 0) found.push({ ...operation, images });
    }
  }
  return found;
}

/** Replies that were for a person, what was written into fill-in fields for them, and what they had written. */
async function repliesTo(
  reader: Reader,
  creatorId: string,
  accounts: readonly Account[],
): Promise<Record<string, unknown[]>> {
  const templateUses = await reader.list('templateUses', 'creatorId', creatorId);
  const fillInAnswers = (await reader.all('fillInAnswers'))
    .map((answer) => ({ ...answer, values: answer.values.filter((value) => value.creatorId === creatorId) }))
    .filter(({ values }) => values.length > 0);
  const person = { creatorIds: new Set([creatorId]), keys: new Set(accounts.flatMap(everyKey)) };
  const seenComments = (await reader.all('seenComments')).filter((comment) => isAbout(comment, person));
  return {
    ...(templateUses.length > 0 ? { templateUses } : {}),
    ...(fillInAnswers.length > 0 ? { fillInAnswers } : {}),
    ...(seenComments.length > 0 ? { seenComments } : {}),
  };
}

/** Everything that is kept about one person, store by store, as it is stored. */
export const exportPerson: Service<'person.export'> = ({ creatorId }, call) =>
  readOnce(
    call,
    [
      'creators',
      'accounts',
      'contacts',
      'observations',
      'activities',
      'tags',
      'operations',
      'templateUses',
      'fillInAnswers',
      'seenComments',
      'items',
      ...rightsStores,
      ...fanRecordStores,
      ...campaignStores,
      'cases',
    ],
    async (reader) => {
      const creator = await reader.get('creators', creatorId);
      if (!creator) return fail('not-found', 'no creator of that id');
      const accounts = await reader.list('accounts', 'creatorId', creatorId);
      const series = await Promise.all(
        accounts.map(({ id }) => reader.list('observations', 'accountAt', IDBKeyRange.bound([id], [id, []]))),
      );
      const cases = await casesOf(reader, new Set(accounts.flatMap(everyKey)));
      const tags = await Promise.all(creator.tagIds.map((id) => reader.get('tags', id)));
      const about = IDBKeyRange.bound([creatorId], [creatorId, []]);
      const keys = new Set(accounts.flatMap(everyKey));
      const items = await itemsBy(reader, keys);
      const ids = new Set<unknown>([creatorId, ...accounts.map(({ id }) => id)]);
      return ok({
        stores: {
          creators: [creator],
          accounts,
          contacts: await reader.list('contacts', 'creatorId', creatorId),
          observations: series.flat(),
          tags: tags.filter((tag) => tag !== undefined),
          activities: await reader.list('activities', 'subjectAt', about),
          operations: await operationsAbout(reader, ids, keys),
          ...(items.length > 0 ? { items } : {}),
          ...(await repliesTo(reader, creatorId, accounts)),
          ...(cases.length > 0 ? { cases } : {}),
          ...(await exportFans(reader, keys)),
          ...(await entrantRecords(reader, keys)),
          ...(await exportRights(reader, new Set(accounts.flatMap(everyKey)))),
        },
      });
    },
  );
