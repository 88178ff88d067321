import type { Contact } from '../domain/contact.ts';
import type { Account, Creator } from '../domain/creator.ts';
import type { ImportRow } from '../domain/import-row.ts';
import { newId } from '../domain/new-id.ts';
import type { Field } from '../domain/page-reading.ts';
import { dueOf } from './creator-changes.ts';
import { handleKey } from './find-account.ts';
import { newContacts } from './found-contacts.ts';
import type { ImportStep } from './import-step.ts';
import { mergeFacts } from './merge-facts.ts';
import { newAccount, newCreator } from './new-creator.ts';

type NamedAccount = ImportRow['accounts'][number];

/** Makes a new creator with everything the row says. */
export function createFrom(work: ImportStep, row: ImportRow): void {
  const id = newId(work.at.getTime());
  const creator: Creator = {
    ...newCreator(id, nameOf(row), work.now),
    ...(row.role === undefined ? {} : { role: row.role }),
    ...(row.status === undefined ? {} : { status: row.status }),
    ...(row.lastContact === undefined ? {} : { lastContact: row.lastContact }),
    ...(row.nextAction === undefined ? {} : { nextAction: row.nextAction }),
    tagIds: work.tagIds(row.tags),
    notes: row.notes ?? '',
    doNotContact: row.doNotContact ?? false,
  };
  work.putCreator({ ...creator, ...due(creator) });
  for (const account of row.accounts) addAccount(work, id, account);
  addContacts(work, id, row);
}

/** The index key of the next action, where it counts. */
function due(creator: Creator): Pick<Creator, 'due'> {
  const day = dueOf(creator);
  return day === undefined ? {} : { due: day };
}

/** A row without a name goes by what it has: the handle, or what stands before the @ of an address. */
function nameOf({ displayName, accounts, emails, phones, line }: ImportRow): string {
  const name = displayName ?? accounts[0]?.handle ?? emails[0]?.split('@')[0] ?? phones[0];
  return (name || String(line)).slice(0, 200);
}

/**
 * Adds what the row says to a creator: `fill` what is empty, `overwrite` whatever the row has; tags, accounts and contacts are added
 * in both. "Do not contact" is only ever switched on: a table does not take somebody's wish away.
 * @returns whether anything changed
 */
export function joinInto(work: ImportStep, creator: Creator, row: ImportRow): boolean {
  const known = work.accountsOf(creator.id);
  return [
    changeCreator(work, creator, row),
    ...row.accounts.map((account) => {
      const same = known.find(({ identityKeys: keys }) => keys.includes(handleKey(account)));
      if (same) return noteFollowers(work, same, account, row.action === 'overwrite');
      addAccount(work, creator.id, account);
      return true;
    }),
    addContacts(work, creator.id, row),
  ].includes(true);
}

function changeCreator(work: ImportStep, creator: Creator, row: ImportRow): boolean {
  const over = row.action === 'overwrite';
  const next = { ...creator };
  const { displayName, role, status, notes, lastContact, nextAction } = row;
  if (displayName !== undefined && (over || !next.displayName)) next.displayName = displayName;
  // these two always have a value, so there is nothing to fill
  if (over && role !== undefined) next.role = role;
  if (over && status !== undefined) next.status = status;
  if (notes !== undefined && (over || next.notes === '')) next.notes = notes;
  if (lastContact !== undefined && (over || next.lastContact === undefined)) next.lastContact = lastContact;
  if (nextAction !== undefined && (over || next.nextAction === undefined)) next.nextAction = nextAction;
  if (row.doNotContact) next.doNotContact = true;
  const tagIds = new Set([...next.tagIds, ...work.tagIds(row.tags)]);
  if (tagIds.size > next.tagIds.length) next.tagIds = [...tagIds];
  delete next.due;
  Object.assign(next, due(next));
  const changed = (Object.keys({ ...creator, ...next }) as (keyof Creator)[]).some((key) =>
    key === 'nextAction'
      ? next.nextAction?.text !== creator.nextAction?.text || next.nextAction?.due !== creator.nextAction?.due
      : next[key] !== creator[key],
  );
  if (changed) work.putCreator({ ...next, updatedAt: work.now });
  return changed;
}

function followersField({ followers, followersRaw }: NamedAccount): Field<number> | undefined {
  if (followers === undefined) return undefined;
  return followersRaw === undefined
    ? { value: followers, source: 'user', precision: 'exact' }
    : { value: followers, source: 'user', precision: 'rounded', raw: followersRaw };
}

function addAccount(work: ImportStep, creatorId: string, named: NamedAccount): void {
  const { platform, handle, url } = named;
  // the row names it twice
  if (work.owners.get(handleKey(named)) === creatorId) return;
  const followers = followersField(named);
  const account: Account = {
    ...newAccount(newId(work.at.getTime()), creatorId, { platform, handle }, url, work.now),
    ...mergeFacts({ facts: {}, readAt: {} }, followers ? { followers } : {}, work.now),
  };
  work.putAccount(account);
  if (followers) observe(work, account, followers);
}

/** A number that a page showed stays, unless the person has said that the table is right. */
function noteFollowers(work: ImportStep, account: Account, named: NamedAccount, over: boolean): boolean {
  const followers = followersField(named);
  const known = account.facts.followers;
  if (!followers || (known && !over) || known?.value === followers.value) return false;
  work.putAccount({ ...account, ...mergeFacts(account, { followers }, work.now), updatedAt: work.now });
  observe(work, account, followers);
  return true;
}

function observe(work: ImportStep, account: Account, followers: Field<number>): void {
  work.add('observations', {
    id: newId(work.at.getTime()),
    createdAt: work.now,
    updatedAt: work.now,
    accountId: account.id,
    at: work.now,
    url: account.url,
    counts: { followers },
  });
}

function addContacts(work: ImportStep, creatorId: string, { emails, phones }: ImportRow): boolean {
  const found = [
    ...emails.map((value) => ({ kind: 'email' as const, value: value.toLowerCase() })),
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
  ].map((one) => ({ ...one, source: 'user' as const, inferred: false }));
  const missing = newContacts(work.contactsOf(creatorId), found);
  for (const one of missing) {
    const contact: Contact = {
      id: newId(work.at.getTime()),
      createdAt: work.now,
      updatedAt: work.now,
      creatorId,
      ...one,
      url: '',
      readAt: work.now,
    };
    work.add('contacts', contact);
  }
  return missing.length > 0;
}
