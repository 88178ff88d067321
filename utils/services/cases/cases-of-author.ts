import type { Case } from '../../domain/case.ts';
import type { Reader } from '../../storage/reader.ts';

/** Cases of one author that are looked at: the last ones. */
const mostLookedAt = 50;

/** What is compared of two texts: what a page changes between two drawings is no difference. */
const compared = (text: string | undefined) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** Whether two texts say the same. */
export const sameWords = (one: string | undefined, other: string | undefined): boolean =>
  compared(one) === compared(other);

/**
 * The cases of one author on one page, the last opened first.
 * @param authorKeys identity keys (`creator.ts`)
 * @param pageKey absent: nobody knows which page, and none is found
 */
export async function casesOfAuthor(
  reader: Reader,
  authorKeys: readonly string[],
  pageKey: string | undefined,
): Promise<Case[]> {
  if (pageKey === undefined) return [];
  const found = await Promise.all(
    authorKeys.map((key) => reader.newest('cases', 'authorKeys', IDBKeyRange.only(key), mostLookedAt)),
  );
  const own = new Map(found.flat().map((one) => [one.id, one]));
  return [...own.values()].filter((one) => one.pageKey === pageKey).sort((a, b) => (a.id < b.id ? 1 : -1));
}
