/*
 * A backup file: gzip of UTF-8 lines, each ended by a line feed.
 *
 *   {"format":"deckhand-backup","version":1,"schemaVersion":2,"records":3}     the header
 *   {"store":"creators","record":{…}}                                          one line a record
 *   {"end":true,"records":3,"sha256":"<hex>"}                                  the SHA-256 of every byte before this line
 *
 * Stores stand in the order of `backupStores`, records in the order of their ids. There is no time and no id of the database in it:
 * the same notebook always gives the same bytes. `version` is the version of this frame, `schemaVersion` that of the records.
 */

const format = 'deckhand-backup';
/** Version of the frame that is written, and the newest that is read. */
const frameVersion = 1;

export interface BackupHeader {
  schemaVersion: number;
  /** how many records follow */
  records: number;
}

/**
 * Why a file is refused. `not-gzip`, `foreign`: no backup of ours · `newer`: made by a newer version · `truncated`: the end is missing ·
 * `altered`: not as it was written · `too-large`: swells beyond reason · `store`, `unsafe`, `record`: of one line, which has an unknown
 * store, a key that no record has, or a record that does not fit · `unreadable`: the file cannot be read · `cancelled`
 */
export type BackupFault = {
  reason:
    | 'not-gzip'
    | 'foreign'
    | 'newer'
    | 'truncated'
    | 'altered'
    | 'too-large'
    | 'store'
    | 'unsafe'
    | 'record'
    | 'unreadable'
    | 'cancelled';
  /** of the unpacked file, counted from 1 */
  line?: number;
};

export const recordStart = '{"store":"';
export const endStart = '{"end":';

export function headerLine({ schemaVersion, records }: BackupHeader): string {
  return `${JSON.stringify({ format, version: frameVersion, schemaVersion, records })}\n`;
}

/** @param record the record's own JSON: what was stored is written as it is */
export function recordLine(store: string, record: string): string {
  return `${recordStart}${store}","record":${record}}\n`;
}

export function endLine(records: number, sha256: string): string {
  return `${JSON.stringify({ end: true, records, sha256 })}\n`;
}

/** Name of a backup made on that local day. */
export function backupFileName(day: string): string {
  return `deckhand-${day}.deckhand.gz`;
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Reads the first line. Whether its schema is too new is for whoever knows today's. */
export function parseHeader(line: string): BackupHeader | 'foreign' | 'newer' {
  const header = parsed(line);
  if (header?.format !== format || !isCount(header.version) || header.version < 1) return 'foreign';
  // a newer frame may say anything else differently
  if (header.version > frameVersion) return 'newer';
  const { schemaVersion, records } = header;
  const known = Object.keys(header).length === 4;
  return known && isCount(schemaVersion) && schemaVersion >= 1 && isCount(records)
    ? { schemaVersion, records }
    : 'foreign';
}

/** Reads the last line; null where it is none. */
export function parseEnd(line: string): { records: number; sha256: string } | null {
  const end = parsed(line);
  return end?.end === true && isCount(end.records) && typeof end.sha256 === 'string'
    ? { records: end.records, sha256: end.sha256 }
    : null;
}
