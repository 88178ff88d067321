import type { Account, Creator, Tag } from '../domain/creator.ts';
import type { Reader } from '../storage/reader.ts';
import type { BackupRecord } from '../storage/restore-step.ts';
import { isSuppressed } from '../storage/suppressions.ts';
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

/**
 * Compares creators, accounts and tags of a backup with those that are here, writes nothing. An account is the same as one here when an
 * identity key is; then its creator is the one here too, unless that creator is here already under its own id. Tags of one name are
 * one.
 */
export async function meetRecords(reader: Reader, records: readonly BackupRecord[]): Promise<Met> {
  const met: Met = { same: {}, owners: {} };
  const tags = records.some(({ store }) => store === 'tags') ? await reader.all('tags') : [];
  const tagIds = new Map(tags.map((tag) => [sameName(tag.name), tag.id]));
  const ours = new Set(tags.map(({ id }) => id));
  const meet = async ({ store, record }: BackupRecord) => {
    if (store === 'accounts') await meetAccount(reader, record as Account, met);
    if (store === 'tags' && !ours.has(record.id)) {
      const id = tagIds.get(sameName((record as Tag).name));
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
