import type { Entry } from '../domain/campaign.ts';
import type { Account, Creator } from '../domain/creator.ts';
import type { Fan } from '../domain/fan.ts';
import type { Item } from '../domain/item.ts';
import type { Tag } from '../domain/tag.ts';
import type { Reader } from '../storage/reader.ts';
import type { BackupRecord } from '../storage/restore-step.ts';
import type { StoreName } from '../storage/schema.ts';
import { isSuppressed } from '../storage/suppressions.ts';
import { sameEntry } from './campaigns/put-entry.ts';
import { findFan } from './fans/find-fan.ts';
import { findItem } from './items/find-item.ts';
import { sameName } from './tag-names.ts';

/** Whom the notebook knows by another id, or must not know (`null`), and to whom each account of the file belongs. */
export interface Met {
  same: Record<string, string | null>;
  owners: Record<string, string>;
}

/** It was removed here, and not changed on the other side since. */
async function removedHere(reader: Reader, record: { id: string; updatedAt: string }): Promise<boolean> {
  const stone = await reader.get('tombstones', record.id);
  return stone !== undefined && stone.deletedAt >= record.updatedAt;
}

async function meetAccount(reader: Reader, account: Account, met: Met): Promise<void> {
  met.owners[account.id] = account.creatorId;
  const ownerHere = (await reader.get('creators', account.creatorId)) !== undefined;
  if (await isSuppressed(reader, account)) {
    met.same[account.id] = null;
    // a creator that is here stays: only this profile of theirs is not to be stored
    if (!ownerHere) met.same[account.creatorId] = null;
    return;
  }
  if (await reader.get('accounts', account.id)) return;
  for (const key of account.identityKeys) {
    const [known] = await reader.list('accounts', 'identityKeys', key, 1);
    if (!known) continue;
    met.same[account.id] = known.id;
    if (!ownerHere && met.same[account.creatorId] === undefined)
      met.same[account.creatorId] = known.creatorId;
    return;
  }
  if (await removedHere(reader, account)) met.same[account.id] = null;
}

/** The one of ours that an item, an entry of a campaign or a fan of the file is under another id. */
async function knownAs(reader: Reader, { store, record }: BackupRecord): Promise<{ id: string } | undefined> {
  if (store === 'items') return findItem(reader, (record as Item).keys);
  if (store === 'entries') {
    const { campaignId, keys } = record as Entry;
    return sameEntry(reader, campaignId, keys);
  }
  return store === 'fans' ? (await findFan(reader, (record as Fan).author)).fan : undefined;
}

/** Whose author must not be stored stays out; what is here under another id is that one. */
async function meetTagged(reader: Reader, { store, record }: BackupRecord, met: Met): Promise<void> {
  const { author } = record as Partial<Pick<Item, 'author'>>;
  if (author && (await isSuppressed(reader, author))) met.same[record.id] = null;
  else if (!(await reader.get(store, record.id))) {
    const known = await knownAs(reader, { store, record });
    if (known) met.same[record.id] = known.id;
    else if (await removedHere(reader, record as Item)) met.same[record.id] = null;
  }
}

/** Stores whose records say who wrote what they are about. */
const authored: readonly StoreName[] = ['items', 'cases', 'fans', 'entries'];

/**
 * Compares creators, accounts and tags of a backup with those that are here, writes nothing. An account is the same as one here when an
 * identity key is; then its creator is the one here too, unless that creator is here already under its own id. Tags of one name are
 * one, and so are those of the default set, items with the same keys, such entries of one
 * campaign, and fans who are one person.
 */
export async function meetRecords(reader: Reader, records: readonly BackupRecord[]): Promise<Met> {
  const met: Met = { same: {}, owners: {} };
  const tags = records.some(({ store }) => store === 'tags') ? await reader.all('tags') : [];
  const tagIds = new Map(tags.map((tag) => [sameName(tag.name), tag.id]));
  const ours = new Set(tags.map(({ id }) => id));
  const meet = async ({ store, record }: BackupRecord) => {
    if (store === 'accounts') await meetAccount(reader, record as Account, met);
    if (authored.includes(store)) await meetTagged(reader, { store, record }, met);
    if (store === 'tags' && !ours.has(record.id)) {
      const { name, starter } = record as Tag;
      const id = (starter && tags.find((tag) => tag.starter === starter)?.id) ?? tagIds.get(sameName(name));
      if (id) met.same[record.id] = id;
      else if (await removedHere(reader, record as Tag)) met.same[record.id] = null;
    }
    if (store === 'creators' && !(await reader.get('creators', record.id))) {
      if (await removedHere(reader, record as Creator)) met.same[record.id] = null;
    }
  };
  // asked all at once: the browser answers them in one go
  await Promise.all(records.map(meet));
  return met;
}
