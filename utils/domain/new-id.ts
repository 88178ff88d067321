import type { Id } from './record.ts';

let last = { now: -1, number: 0 };

/**
 * Makes a UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, 12 bits that grow within one, then random bits.
 * @param now milliseconds since the epoch
 */
export function newId(now = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // a number that grows within one millisecond stands behind the time (RFC 9562 §6.2, method 1): ids sort in the order they were made
  const first = (((bytes[6] ?? 0) & 0x03) << 8) | (bytes[7] ?? 0);
  last = { now, number: last.now === now ? Math.min(last.number + 1, 0xfff) : first };
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = (last.number >> 8) | 0x70;
  bytes[7] = last.number & 0xff;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
