import { recordStart } from './backup-file.ts';

/** Own keys that would reach an object's prototype; no record of ours has them. */
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Where one of them may stand, also written as an escape: only then is the line parsed key by key, which is slow. */
const suspicious = /__proto__|constructor|prototype|\\u/;

function refuseForbidden(key: string, value: unknown): unknown {
  if (forbiddenKeys.includes(key)) throw new RangeError(key);
  return value;
}

export interface BackupLine {
  store: string;
  record: unknown;
}

/**
 * Reads one line of records. What is in the record is not looked at: that is for the schema of its store.
 * @param line as `recordLine` writes it, without the line feed
 * @returns `altered`: not as we write it · `unsafe`: some key in it, at any depth, could reach a prototype
 */
export function parseBackupLine(line: string): BackupLine | 'altered' | 'unsafe' {
  if (!line.startsWith(recordStart)) return 'altered';
  try {
    const value = JSON.parse(line, suspicious.test(line) ? refuseForbidden : undefined) as Record<
      string,
      unknown
    >;
    const { store, record } = value;
    if (typeof store !== 'string' || typeof record !== 'object' || record === null) return 'altered';
    return Object.keys(value).length === 2 && !Array.isArray(record) ? { store, record } : 'altered';
  } catch (error) {
    return error instanceof RangeError ? 'unsafe' : 'altered';
  }
}
