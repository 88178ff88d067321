import type { Contact } from '../domain/contact.ts';
import type { Account, Creator } from '../domain/creator.ts';
import type { CreatorRow, RowAccount } from '../domain/creator-list.ts';
import type { Reader } from '../storage/reader.ts';
import type { StoreName } from '../storage/schema.ts';
import { byUse } from './read-creator.ts';

/** Stores that rows are made of. */
export const rowStores: StoreName[] = ['creators', 'accounts', 'contacts'];

function rowAccount({ platform, handle, url, facts, readAt }: Account): RowAccount {
  const { followers, bio } = facts;
  const seenAt = Object.values(readAt).sort().at(-1);
  return {
    platform,
    handle,
    url,
    ...(followers ? { followers: followers.value } : {}),
    ...(followers?.precision === 'rounded' ? { rounded: true } : {}),
    ...(bio ? { bio: bio.value } : {}),
    ...(seenAt ? { seenAt } : {}),
  };
}

function rowOf(creator: Creator, accounts: readonly Account[], contacts: readonly Contact[]): CreatorRow {
  const { id, createdAt, updatedAt, displayName, role, status, tagIds, notes, doNotContact } = creator;
  return {
    id,
    createdAt,
    updatedAt,
    displayName,
    role,
    status,
    tagIds,
    notes,
    doNotContact,
    ...(creator.lastContact ? { lastContact: creator.lastContact } : {}),
    ...(creator.nextAction ? { nextAction: creator.nextAction } : {}),
    accounts: accounts.map(rowAccount),
    contacts: contacts.toSorted(byUse).map(({ kind, value }) => ({ kind, value })),
  };
}

function byCreator<T extends { creatorId: string }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.creatorId);
    if (group) group.push(record);
    else groups.set(record.creatorId, [record]);
  }
  return groups;
}

const isHere = (creator: Creator | undefined): creator is Creator =>
  creator !== undefined && creator.deletedAt === undefined;

/**
 * A page of the list, newest first, in five requests however long it is: what hangs on its creators stands between the smallest
 * and the largest of their ids in the index.
 * @param after id of the last one of the page before
 * @returns the rows, and where the next page goes on; null after the last
 */
export async function pageOfRows(
  reader: Reader,
  after: string | null,
  limit: number,
): Promise<{ rows: CreatorRow[]; next: string | null }> {
  const query = after === null ? null : IDBKeyRange.upperBound(after, true);
  const creators = await reader.newest('creators', null, query, limit);
  const [first, last] = [creators[0], creators.at(-1)];
  if (!first || !last) return { rows: [], next: null };
  const between = IDBKeyRange.bound(last.id, first.id);
  const [accounts, contacts] = await Promise.all([
    reader.list('accounts', 'creatorId', between).then(byCreator),
    reader.list('contacts', 'creatorId', between).then(byCreator),
  ]);
  const rows = creators
    .filter(isHere)
    .map((creator) => rowOf(creator, accounts.get(creator.id) ?? [], contacts.get(creator.id) ?? []));
  return { rows, next: creators.length < limit ? null : last.id };
}

/** The rows of some creators as they are now; the ids of those that are not there any more. */
export async function rowsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<{ rows: CreatorRow[]; gone: string[] }> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const [creator, accounts, contacts] = await Promise.all([
        reader.get('creators', id),
        reader.list('accounts', 'creatorId', id),
        reader.list('contacts', 'creatorId', id),
      ]);
      return isHere(creator) ? rowOf(creator, accounts, contacts) : id;
    }),
  );
  return {
    rows: found.filter((row) => typeof row !== 'string'),
    gone: found.filter((row) => typeof row === 'string'),
  };
}
