import * as z from 'zod/mini';
import type { Snapshot } from '../domain/snapshot.ts';
import { endStart } from '../files/backup-file.ts';
import { parseBackupLine } from '../files/backup-line.ts';
import { schemaVersion as currentVersion } from '../storage/migrations/migrations.ts';
import { upgradeRecord } from '../storage/migrations/upgrade-record.ts';
import type { BackupRecord } from '../storage/restore-step.ts';
import { backupStores, recordSchemas } from '../storage/schema.ts';
import { withoutContents } from '../storage/snapshot-rows.ts';

export interface LineFault {
  line: number;
  reason: 'altered' | 'newer' | 'store' | 'unsafe' | 'record';
}

export interface BackupLines {
  records: BackupRecord[];
  /** the file's last line is among them */
  last: boolean;
}

const isBackupStore = (store: string): store is BackupRecord['store'] =>
  (backupStores as readonly string[]).includes(store);

/** A snapshot of a file that somebody made points to no contents of ours either. */
function inNotebook(store: BackupRecord['store'], record: BackupRecord['record'], check: 'fit' | 'known') {
  return store === 'snapshots' && check === 'fit'
    ? withoutContents(record as Snapshot, 'not-in-backup')
    : record;
}

/**
 * Reads lines of a backup file. A record is handed on as it stands in the file, not as its schema would write it: its keys must keep
 * their order, or a backup of the restored notebook would have other bytes.
 * @param check `fit`: each record must fit the schema of its store · `known`: they did before and only the frame is looked at
 */
export function readBackupLines(
  text: string,
  schemaVersion: number,
  check: 'fit' | 'known',
): BackupLines | LineFault {
  if (schemaVersion > currentVersion) return { line: 0, reason: 'newer' };
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const records: BackupRecord[] = [];
  for (const [line, content] of lines.entries()) {
    if (content.startsWith(endStart) && line === lines.length - 1) return { records, last: true };
    const found = parseBackupLine(content);
    if (typeof found === 'string') return { line, reason: found };
    const { store } = found;
    if (!isBackupStore(store)) return { line, reason: 'store' };
    const record = upgradeRecord(store, found.record, schemaVersion);
    if (check === 'fit' && !z.safeParse(recordSchemas[store], record).success)
      return { line, reason: 'record' };
    records.push({ store, record: inNotebook(store, record as BackupRecord['record'], check) });
  }
  return { records, last: false };
}
