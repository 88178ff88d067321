import * as z from 'zod/mini';
import { idSchema, timeSchema } from '../domain/record.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { gunzip, gzip, sha256Hex } from './packing.ts';
import { copiedStores, recordSchemas } from './schema.ts';

const headerSchema = z.strictObject({
  format: z.literal('deckhand-second-copy'),
  version: z.literal(1),
  schemaVersion: z.int().check(z.gte(1)),
  databaseId: idSchema,
  at: timeSchema,
  /** the notebook's commit counter: two copies with the same are the same */
  commits: z.int(),
  creators: z.int(),
  records: z.int(),
});
export type CopyHeader = z.infer<typeof headerSchema>;
export type CopiedRecords = Partial<Record<string, unknown[]>>;
export interface SecondCopy {
  header: CopyHeader;
  stores: CopiedRecords;
}

/** Own keys that would reach an object's prototype; no record of ours has them. */
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Parses JSON of which no part has a key that could pollute a prototype. @throws SyntaxError */
function parseClean(text: string): unknown {
  return JSON.parse(text, (key, value) => {
    if (forbiddenKeys.includes(key)) throw new SyntaxError(`forbidden key ${key}`);
    return value;
  });
}

const checksum = (text: string) => sha256Hex(new TextEncoder().encode(text));

/** A copy as a file: gzip of three lines, the SHA-256 (hex) of the other two, the header and the records as JSON. */
export async function encodeCopy({ header, stores }: SecondCopy): Promise<Uint8Array<ArrayBuffer>> {
  const body = `${JSON.stringify(header)}\n${JSON.stringify(stores)}`;
  const text = `${await checksum(body)}\n${body}`;
  return gzip(new TextEncoder().encode(text));
}

/** Records of today's schema are checked one by one; older ones are, after their migration, by the tests of the migrations. */
function recordsFit({ header, stores }: SecondCopy): boolean {
  const known: readonly string[] = copiedStores;
  if (header.schemaVersion > schemaVersion) return false;
  if (header.schemaVersion < schemaVersion) return true;
  return Object.keys(stores).every(
    (store) =>
      known.includes(store) &&
      z.safeParse(z.array(recordSchemas[store as keyof typeof recordSchemas]), stores[store]).success,
  );
}

async function openCopy(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ header: CopyHeader; records: string } | null> {
  try {
    const plain = await gunzip(bytes);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain);
    const first = text.indexOf('\n');
    const body = text.slice(first + 1);
    if (first < 0 || text.slice(0, first) !== (await checksum(body))) return null;
    const second = body.indexOf('\n');
    const header = z.safeParse(headerSchema, parseClean(body.slice(0, second)));
    return header.success ? { header: header.data, records: body.slice(second + 1) } : null;
  } catch {
    // torn, altered or no gzip at all
    return null;
  }
}

/** The header of a copy whose checksum is right; cheaper than the whole. @returns null for a torn or altered one */
export async function decodeHeader(bytes: Uint8Array<ArrayBuffer>): Promise<CopyHeader | null> {
  return (await openCopy(bytes))?.header ?? null;
}

/** @returns null for anything but a whole, unaltered copy whose every record this version understands */
export async function decodeCopy(bytes: Uint8Array<ArrayBuffer>): Promise<SecondCopy | null> {
  const opened = await openCopy(bytes);
  if (!opened) return null;
  try {
    const stores = z.safeParse(z.record(z.string(), z.array(z.unknown())), parseClean(opened.records));
    if (!stores.success) return null;
    const copy = { header: opened.header, stores: stores.data };
    return recordsFit(copy) ? copy : null;
  } catch {
    return null;
  }
}
