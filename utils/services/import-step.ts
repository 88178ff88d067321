import type { Contact } from '../domain/contact.ts';
import type { Account, Creator } from '../domain/creator.ts';
import type { ImportRow } from '../domain/import-row.ts';
import type { Tag } from '../domain/tag.ts';
import type { BatchStep } from '../storage/batch-step.ts';
import type { StoreRecord } from '../storage/schema.ts';
import { handleKey } from './find-account.ts';
import { newTag, sameName } from './tag-names.ts';

/** A record as it stood before this step, where it did, and as it stands now. */
interface Pending<T> {
  before?: T;
  after: T;
}

/**
 * The records that one step of an import is about. They are all read at once before the first row, changed in memory, and written at
 * the end, each once: of two rows about one creator the way back must know the state before both.
 */
export interface ImportStep {
  readonly now: string;
  /** for ids: the time of the operation */
  readonly at: Date;
  /** identity key → id of the creator who goes by it */
  readonly owners: ReadonlyMap<string, string>;
  creatorOf(id: string): Creator | undefined;
  accountsOf(creatorId: string): readonly Account[];
  contactsOf(creatorId: string): readonly Contact[];
  /** ids of tags by their names, each once; a name that is not yet a tag becomes one */
  tagIds(names: readonly string[]): string[];
  putCreator(creator: Creator): void;
  putAccount(account: Account): void;
  add<S extends 'contacts' | 'observations'>(store: S, record: StoreRecord<S>): void;
  flush(): void;
}

/** Reads what `rows` are about. Awaits nothing but the step. */
export async function openImportStep(
  step: BatchStep,
  rows: readonly ImportRow[],
  at: Date,
): Promise<ImportStep> {
  const keys = [...new Set(rows.flatMap((row) => row.accounts.map(handleKey)))];
  const ids = [...new Set(rows.flatMap((row) => (row.action === 'create' ? [] : (row.creatorId ?? []))))];
  // asked all at once: the browser answers them in one go, where one after the other each would wait
  const [held, found, accountLists, contactLists, tagList] = await Promise.all([
    Promise.all(keys.map((key) => step.list('accounts', 'identityKeys', key))),
    Promise.all(ids.map((id) => step.get('creators', id))),
    Promise.all(ids.map((id) => step.list('accounts', 'creatorId', id))),
    Promise.all(ids.map((id) => step.list('contacts', 'creatorId', id))),
    step.all('tags'),
  ]);
  const owners = new Map<string, string>();
  keys.forEach((key, place) => {
    const owner = held[place]?.[0]?.creatorId;
    if (owner !== undefined) owners.set(key, owner);
  });
  const creators = new Map<string, Pending<Creator>>();
  for (const creator of found)
    if (creator && !creator.deletedAt) creators.set(creator.id, { before: creator, after: creator });
  const accounts = new Map<string, Pending<Account>>();
  for (const account of accountLists.flat()) accounts.set(account.id, { before: account, after: account });
  const accountIds = new Map<string, string[]>();
  const contacts = new Map<string, Contact[]>();
  ids.forEach((id, place) => {
    accountIds.set(
      id,
      (accountLists[place] ?? []).map((account) => account.id),
    );
    contacts.set(id, contactLists[place] ?? []);
  });
  const tags = new Map(tagList.map((tag): [string, Tag] => [sameName(tag.name), tag]));

  const now = step.now;
  return {
    now,
    at,
    owners,
    creatorOf: (id) => creators.get(id)?.after,
    accountsOf: (id) => (accountIds.get(id) ?? []).flatMap((one) => accounts.get(one)?.after ?? []),
    contactsOf: (id) => contacts.get(id) ?? [],
    tagIds(names) {
      const wanted = names.map((name) => {
        const known = tags.get(sameName(name));
        if (known) return known.id;
        const tag = newTag(name, tags.size, now, at);
        tags.set(sameName(name), tag);
        step.add('tags', tag);
        return tag.id;
      });
      return [...new Set(wanted)];
    },
    putCreator(creator) {
      creators.set(creator.id, { ...creators.get(creator.id), after: creator });
    },
    putAccount(account) {
      if (!accounts.has(account.id)) {
        for (const key of account.identityKeys) owners.set(key, account.creatorId);
        accountIds.set(account.creatorId, [...(accountIds.get(account.creatorId) ?? []), account.id]);
      }
      accounts.set(account.id, { ...accounts.get(account.id), after: account });
    },
    add(store, record) {
      if (store === 'contacts') {
        const contact = record as Contact;
        contacts.set(contact.creatorId, [...(contacts.get(contact.creatorId) ?? []), contact]);
      }
      step.add(store, record);
    },
    flush() {
      flushStore(step, 'creators', creators);
      flushStore(step, 'accounts', accounts);
    },
  };
}

function flushStore<S extends 'creators' | 'accounts'>(
  step: BatchStep,
  store: S,
  pending: ReadonlyMap<string, Pending<StoreRecord<S>>>,
): void {
  for (const { before, after } of pending.values()) {
    if (before === undefined) step.add(store, after);
    else if (before !== after) step.replace(store, before, after);
  }
}
