/*
 * Comments seen without an answer are strangers' words that nobody chose to keep: few, short, and for a short while. Apart from the
 * schemas, because the page's script keeps to the same limits.
 */

export const unansweredLimits = {
  /** comments of one report */
  report: 50,
  /** comments of one report that have their answer */
  answered: 200,
  /** UTF-16 units of a comment's text */
  text: 300,
  /** comments that are kept at all */
  kept: 300,
  /** days after which one is forgotten, where a browser stays open that long */
  days: 7,
  /** of them on the screen at once */
  listed: 100,
} as const;

/** What sort of key it is: the site's id, author with text and time, or author with text only (`item-keys.ts`). */
const sortOf = (key: string) => /^[^:]*:[^:]*:(.)/.exec(key)?.[1] ?? '';

/**
 * Whether two sets of keys are of one item: the surest sort that both have decides, so that two "😍" by one person stay two where the
 * site gives them ids.
 */
export function sameItem(one: readonly string[], other: readonly string[]): boolean {
  for (const key of one) {
    const match = other.find((each) => sortOf(each) === sortOf(key));
    if (match !== undefined) return match === key;
  }
  return false;
}
