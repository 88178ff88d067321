import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const bytes = 16;

/** A salt for the hashes of posts and threads: 32 hexadecimal digits. */
export function newPlaceSalt(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(bytes)));
}

/**
 * What is kept of a post or thread in which a reply was used: the same key gives the same hash in this notebook and another one in
 * every other, and nobody can tell the key from it who does not know it already.
 * @param key such as `instagram:post:C9x…`
 */
export function placeHash(salt: string, key: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(salt), utf8ToBytes(key)).slice(0, bytes));
}
