import type { Contact } from '../domain/contact.ts';
import type { CreatorView, Observation } from '../domain/creator.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Reader } from '../storage/reader.ts';
import type { StoreName } from '../storage/schema.ts';

/** Stores that a view of a creator reads. */
export const creatorStores: StoreName[] = [
  'creators',
  'tags',
  'accounts',
  'contacts',
  'observations',
  'counters',
];

/** Ways to reach someone in the order in which one would try them. */
const contactOrder: readonly Contact['kind'][] = ['email', 'phone', 'messenger', 'link'];

/** Order of two contacts of one creator: by kind, then the older first. */
export function byUse(a: Contact, b: Contact): number {
  const kinds = contactOrder.indexOf(a.kind) - contactOrder.indexOf(b.kind);
  return kinds || a.readAt.localeCompare(b.readAt) || a.value.localeCompare(b.value);
}

type Observations = CreatorView['observations'];

async function observationsOf(reader: Reader, accountIds: readonly string[]): Promise<Observations> {
  let count = 0;
  let last: Observation | undefined;
  for (const id of accountIds) {
    const ofAccount = IDBKeyRange.bound([id], [id, []]);
    count += await reader.countIn('observations', 'accountAt', ofAccount);
    const newest = await reader.edge('observations', 'accountAt', 'last', ofAccount);
    if (newest && (!last || newest.at > last.at)) last = newest;
  }
  if (!last) return { count };
  const before = IDBKeyRange.bound([last.accountId], [last.accountId, last.at], false, true);
  const previous = await reader.edge('observations', 'accountAt', 'last', before);
  return { count, last, ...(previous ? { previous } : {}) };
}

/** A creator with everything that the card shows. */
export async function readCreator(reader: Reader, id: string): Promise<Result<CreatorView>> {
  const creator = await reader.get('creators', id);
  if (!creator || creator.deletedAt) return fail('not-found', 'no creator of that id');
  const tags = await Promise.all(creator.tagIds.map((tagId) => reader.get('tags', tagId)));
  const accounts = await reader.list('accounts', 'creatorId', id);
  const contacts = (await reader.list('contacts', 'creatorId', id)).sort(byUse);
  const observations = await observationsOf(
    reader,
    accounts.map((account) => account.id),
  );
  return ok({ creator, tags: tags.filter((tag) => tag !== undefined), accounts, contacts, observations });
}
