import type { Account } from '../domain/creator.ts';
import type { Image, StoreName, StoreRecord, Tombstone } from '../storage/schema.ts';
import type { SwiftWriter } from '../storage/swift-operation.ts';
import { type Change, changesOf, isAdded, isChanged, isStore, keyOf, type Stamped } from './step-changes.ts';

/** What one record hangs on: an account or contact on a creator, a look on an account and on its creator, a version on its template, what counted on its fan. */
type Owners = Partial<Record<'creator' | 'account' | 'template' | 'fan', string | undefined>>;

async function ownersOf(
  writer: SwiftWriter,
  { store, now }: Change,
  accounts: ReadonlyMap<string, Stamped>,
): Promise<Owners> {
  if (store === 'accounts' || store === 'contacts') return { creator: now?.creatorId };
  if (store === 'templateVersions') return { template: now?.templateId };
  if (store === 'fanPoints') return { fan: now?.fanId };
  if (store !== 'observations' || now?.accountId === undefined) return {};
  const account = accounts.get(now.accountId) ?? (await writer.get('accounts', now.accountId));
  return { account: now.accountId, creator: account?.creatorId };
}

/**
 * What earlier steps of the batch did to some records. Creators come first in every batch, so they are looked for from its
 * beginning; a table's rows need none of it, for a creator and all that hangs on them are one step.
 */
async function earlierChanges(
  writer: SwiftWriter,
  keys: ReadonlySet<string>,
  steps: readonly string[],
): Promise<Change[]> {
  const missing = new Set(keys);
  const found: Image[] = [];
  for (const id of steps) {
    if (missing.size === 0) break;
    const step = await writer.get('operations', id);
    for (const image of step?.images ?? [])
      if (missing.delete(`${image.store}:${image.key}`)) found.push(image);
  }
  return changesOf(writer, found);
}

/** Keys of the creators and accounts that stay, and everything that hangs on them with them. */
async function stayingOwners(
  writer: SwiftWriter,
  changes: readonly Change[],
  owners: ReadonlyMap<Change, Owners>,
  earlier: readonly string[],
): Promise<Set<string>> {
  const here = new Map(changes.map((change) => [keyOf(change), change]));
  const elsewhere = new Set<string>();
  for (const { creator, account } of owners.values()) {
    for (const key of [creator && `creators:${creator}`, account && `accounts:${account}`])
      if (key && !here.has(key)) elsewhere.add(key);
  }
  const touched = [...changes, ...(await earlierChanges(writer, elsewhere, earlier))];
  const staying = new Set(touched.filter(isChanged).map(keyOf));

  // a creator whom the batch added stays when something on them was changed, or came to them, since
  const added = touched.filter((change) => change.store === 'creators' && change.now && isAdded(change));
  const goes = (store: StoreName, id: string) => {
    const change = here.get(`${store}:${id}`);
    return change !== undefined && isAdded(change) && !isChanged(change);
  };
  await Promise.all(
    added.map(async ({ store, key }) => {
      // of an earlier step's creator more may still come to be taken back: only what this step knows of counts
      const isOfThisStep = here.has(`${store}:${key}`);
      const hanging = await Promise.all([
        writer.list('accounts', 'creatorId', key),
        writer.list('contacts', 'creatorId', key),
      ]);
      const stays = hanging.some((records, which) =>
        records.some(({ id }) => {
          const child: StoreName = which === 0 ? 'accounts' : 'contacts';
          const known = here.get(`${child}:${id}`);
          return isOfThisStep ? !goes(child, id) : known !== undefined && isChanged(known);
        }),
      );
      if (stays) staying.add(`${store}:${key}`);
    }),
  );
  return staying;
}

function parted<T>(list: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
  return [list.filter(fits), list.filter((item) => !fits(item))];
}

/** A tag that others carry by now stays, whoever made it. */
async function removeTags(writer: SwiftWriter, tags: readonly Change[]): Promise<void> {
  for (const { now } of tags) {
    if (!now || (await writer.edge('creators', 'tagIds', 'first', now.id))) continue;
    if (await writer.edge('items', 'tagIds', 'first', now.id)) continue;
    writer.remove('tags', now as StoreRecord<'tags'>, 'never-was');
  }
}

/** What the step had brought back from the dead is dead again, unless it stayed. */
async function restoreTombstones(writer: SwiftWriter, tombstones: readonly Change[]): Promise<void> {
  for (const { before } of tombstones) {
    const tombstone = before as Tombstone | undefined;
    if (!tombstone || !isStore(tombstone.store) || (await writer.get(tombstone.store, tombstone.id)))
      continue;
    writer.add('tombstones', tombstone);
  }
}

/**
 * Puts back what one step of a batch changed. A record that was changed since stays as it is, and with a creator or account
 * stays what hangs on them.
 * @param images of the step
 * @param earlier ids of the batch's steps before it, the oldest first
 * @returns how many records stayed because they were changed
 */
export async function restoreStep(
  writer: SwiftWriter,
  images: readonly Image[],
  earlier: readonly string[],
): Promise<number> {
  const [tombstones, changes] = parted(
    await changesOf(writer, images),
    ({ store }) => store === 'tombstones',
  );
  const accounts = new Map<string, Stamped>(
    changes.flatMap(({ store, now }) => (store === 'accounts' && now ? [[now.id, now as Account]] : [])),
  );
  const owners = new Map<Change, Owners>();
  await Promise.all(
    changes.map(async (change) => {
      if (change.now) owners.set(change, await ownersOf(writer, change, accounts));
    }),
  );
  const staying = await stayingOwners(writer, changes, owners, earlier);
  const staysWithOwner = (change: Change) => {
    const { creator, account, template, fan } = owners.get(change) ?? {};
    return [`creators:${creator}`, `accounts:${account}`, `templates:${template}`, `fans:${fan}`].some(
      (key) => staying.has(key),
    );
  };

  const tags: Change[] = [];
  for (const change of changes) {
    const { store, before, stamp, now } = change;
    if (isChanged(change)) continue;
    if (stamp === undefined) {
      if (before) writer.add(store, before as never, 'again');
    } else if (!now) {
      // removed since: nobody wants it back
    } else if (before) writer.replace(store, now as never, before as never);
    else if (store === 'tags') tags.push(change);
    else if (!staying.has(keyOf(change)) && !staysWithOwner(change))
      writer.remove(store, now as never, 'never-was');
  }
  // by now the creators no longer carry those that go
  await removeTags(writer, tags);
  await restoreTombstones(writer, tombstones);
  return changes.filter(isChanged).length;
}
