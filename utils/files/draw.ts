import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../domain/to-hex.ts';

/*
 * Drawing so that anyone can compute it again, with nothing but SHA-256. The rules are public: `proofText` says them, and a changed rule gets
 * another name.
 *   list   one line for each entry, `platform TAB name TAB address`, UTF-8, sorted by code points, each line ended by LF
 *   hash   SHA-256 of that file, hexadecimal in small letters
 *   score  of a line: SHA-256 of seed LF hash LF line, hexadecimal in small letters
 *   drawn  the lines by score, the smallest first: winners, then alternates
 */
export const drawAlgorithm = 'deckhand-draw-1';

/** What stands on a list in the place of somebody who was erased. */
export const erasedLine = '(erased)';

export interface ListedEntry {
  id: string;
  platform: string;
  name: string;
  url: string;
  /** what tells two entries apart that stand at the same address */
  key: string;
}

const sha = (text: string) => toHex(sha256(new TextEncoder().encode(text)));
/** Half of a sign is what it becomes in a file, so that the lines are sorted as they stand there. */
const cell = (text: string) =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();

/** By code points, which is the order of the bytes in UTF-8 too: other languages sort the same way. */
export function byCodePoints(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  for (let at = 0; at < one.length && at < other.length; at++) {
    const difference = (one[at]?.codePointAt(0) ?? 0) - (other[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** The lines that are drawn from, in their order, each with its entry. No two are alike. */
export function drawList(entries: readonly ListedEntry[]): { line: string; id: string }[] {
  const line = ({ platform, name, url }: ListedEntry, more = '') =>
    [platform, cell(name), cell(`${url} ${more}`)].join('\t');
  const times = new Map<string, number>();
  for (const entry of entries) times.set(line(entry), (times.get(line(entry)) ?? 0) + 1);
  const lines = entries.map((entry) => ({
    line: (times.get(line(entry)) ?? 0) > 1 ? line(entry, entry.key) : line(entry),
    id: entry.id,
  }));
  const unique = new Map(lines.map((one) => [one.line, one]));
  return [...unique.values()].sort((a, b) => byCodePoints(a.line, b.line));
}

/** The list as a file holds it. */
export const listFile = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Hash of the list's file: what `sha256sum` says of it. */
export const listHash = (lines: readonly string[]): string => sha(listFile(lines));

/** Places in the list, in the order in which they are drawn: all of them. */
export function drawnOrder(lines: readonly string[], seed: string, hash: string = listHash(lines)): number[] {
  const scores = lines.map((line) => sha(`${seed}\n${hash}\n${line}`));
  return [...lines.keys()].sort((a, b) => {
    const [one = '', other = ''] = [scores[a], scores[b]];
    if (one !== other) return one < other ? -1 : 1;
    return byCodePoints(lines[a] ?? '', lines[b] ?? '');
  });
}

export interface DrawnFrom {
  list: readonly string[];
  listHash: string;
  seed: string;
  winners: readonly number[];
  alternates: readonly number[];
}

/**
 * Computes a stored draw again. `same`: list and winners are what they were · `erased`: somebody on the list was erased since; the order of all
 * others is what it was, and the hash can only be checked on a list that was saved before · `differs`.
 */
export function checkDraw({
  list,
  listHash: hash,
  seed,
  winners,
  alternates,
}: DrawnFrom): 'same' | 'erased' | 'differs' {
  const erased = list.includes(erasedLine);
  if (!erased && listHash(list) !== hash) return 'differs';
  const there = (place: number) => list[place] !== erasedLine;
  const drawn = [...winners, ...alternates].filter(there);
  const order = drawnOrder(list, seed, hash).filter(there);
  // an erased one that had won stood among them: nobody else may have come before those who did
  const same = drawn.every((place, at) => order[at] === place);
  return same ? (erased ? 'erased' : 'same') : 'differs';
}

/** A seed for those who have no public number to take: 128 bits that nobody could know before, with the time. */
export function randomSeed(now: Date): string {
  return `${now.toISOString()} ${toHex(crypto.getRandomValues(new Uint8Array(16)))}`;
}
