import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { identityKeys } from '../domain/creator.ts';
import { newId } from '../domain/new-id.ts';
import type { Suppression } from '../domain/suppression.ts';
import type { Reader } from './reader.ts';
import type { Unit } from './unit-of-work.ts';

/** A profile as far as it is known: as a reading, a row of a table or a stored account names it. */
export interface NamedProfile {
  platform: string;
  handle: string;
  stableId?: string | undefined;
  handleHistory?: readonly { handle: string }[] | undefined;
}

/** Hashing under one salt: the first half of the HMAC is done once. */
type Hashing = (key: string) => string;
interface Known {
  /** salts in the order in which they came to be */
  hashings: Map<string, Hashing>;
  rows: Map<string, Suppression>;
}

/** Read once in each transaction: an import asks for thousands. */
const known = new WeakMap<Reader, Promise<Known>>();
const saltBytes = 16;

function hashingUnder(salt: string): Hashing {
  const keyed = hmac.create(sha256, hexToBytes(salt));
  return (key) => bytesToHex(keyed.clone().update(utf8ToBytes(key)).digest());
}

async function load(reader: Reader): Promise<Known> {
  const rows = (await reader.all('suppressions')).sort((a, b) => a.id.localeCompare(b.id));
  const hashings = new Map<string, Hashing>();
  for (const { salt } of rows) if (!hashings.has(salt)) hashings.set(salt, hashingUnder(salt));
  return { hashings, rows: new Map(rows.map((row) => [row.hash, row])) };
}

function knownTo(reader: Reader): Promise<Known> {
  let loaded = known.get(reader);
  if (!loaded) {
    loaded = load(reader);
    known.set(reader, loaded);
  }
  return loaded;
}

/** Every key by which a profile is or was found: today's, and the handles that it had before. */
export function everyKey({ platform, handle, stableId, handleHistory = [] }: NamedProfile): string[] {
  const former = handleHistory.flatMap((earlier) => identityKeys({ platform, handle: earlier.handle }));
  return [...new Set([...identityKeys({ platform, handle, stableId }), ...former])];
}

function rowsOf({ hashings, rows }: Known, profile: NamedProfile): Suppression[] {
  if (rows.size === 0) return [];
  const keys = everyKey(profile);
  const found: Suppression[] = [];
  for (const hash of hashings.values())
    for (const key of keys) {
      const row = rows.get(hash(key));
      if (row) found.push(row);
    }
  return found;
}

/**
 * Whether this profile must not be stored again. Any number may be asked inside one transaction; its stores include `suppressions`.
 */
export async function isSuppressed(reader: Reader, profile: NamedProfile): Promise<boolean> {
  return rowsOf(await knownTo(reader), profile).length > 0;
}

/**
 * Notes that a profile must not be stored again. The salt is the notebook's own, made with the first row; after a merge there may be
 * several, and each is tried. @returns the rows that were added
 */
export async function suppress(unit: Unit, profile: NamedProfile): Promise<Suppression[]> {
  const { hashings, rows } = await knownTo(unit);
  const salt = hashings.keys().next().value ?? bytesToHex(crypto.getRandomValues(new Uint8Array(saltBytes)));
  const hash = hashings.get(salt) ?? hashingUnder(salt);
  const at = Date.parse(unit.now);
  const profileId = newId(at);
  const added: Suppression[] = [];
  for (const key of everyKey(profile)) {
    const value = hash(key);
    if (rows.has(value)) continue;
    const row = { createdAt: unit.now, updatedAt: unit.now, profileId, salt, hash: value };
    added.push({ ...row, id: newId(at) });
  }
  // no way back: an undo of the erasing would not know whom it was about
  for (const row of added) await unit.put('suppressions', row, 'derived');
  known.delete(unit);
  return added;
}

/** Allows a profile to be stored again, under all names by which it was suppressed. @returns whether it had been */
export async function lift(unit: Unit, profile: NamedProfile): Promise<boolean> {
  const loaded = await knownTo(unit);
  const found = rowsOf(loaded, profile);
  const profiles = new Set(found.map(({ profileId }) => profileId));
  const ids = new Set(found.map(({ id }) => id));
  for (const { id, profileId } of loaded.rows.values())
    if (profileId !== undefined && profiles.has(profileId)) ids.add(id);
  for (const id of ids) await unit.remove('suppressions', id);
  known.delete(unit);
  return ids.size > 0;
}
