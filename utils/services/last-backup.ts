import * as z from 'zod/mini';
import { browser } from '#imports';
import { idSchema, timeSchema } from '../domain/record.ts';
import type { Reader } from '../storage/reader.ts';

const key = 'lastBackup';
/** Content scripts can read the area: only a time and the opaque id of the notebook that was backed up. */
const noteSchema = z.strictObject({ databaseId: idSchema, at: timeSchema });

/** Days after which a notebook is to be backed up again. */
const backupEvery = 7;

async function databaseId(reader: Pick<Reader, 'get'>): Promise<string | undefined> {
  return (await reader.get('meta', 'notebook'))?.databaseId;
}

/** Notes that a backup of this notebook was made. @param reader over `meta` */
export async function noteLastBackup(reader: Pick<Reader, 'get'>, now: Date): Promise<void> {
  const id = await databaseId(reader);
  if (id) await browser.storage.local.set({ [key]: { databaseId: id, at: now.toISOString() } });
}

/** When this notebook was last backed up; that of another one, which was here before, does not count. */
export async function lastBackupOf(id: string | undefined): Promise<string | undefined> {
  const note = z.safeParse(noteSchema, (await browser.storage.local.get(key))[key]);
  return note.success && note.data.databaseId === id ? note.data.at : undefined;
}

/**
 * Whether a backup is due: a week after the last one, or after the notebook was begun.
 * @param since ISO time of either
 */
export function isBackupDue(since: string | undefined, now: Date): boolean {
  return since !== undefined && now.getTime() - Date.parse(since) > backupEvery * 24 * 60 * 60 * 1_000;
}
