import { diffArrays } from 'diff';
import { tidyText } from './plain-text.ts';

export interface WordPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Scripts written without spaces: their words are found by `Intl.Segmenter`, which every browser of ours has. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** A number with its sign and unit is one word: 63 → 66 is another price, not another digit. */
const spaced = /[$€£¥₩₹]?\d+(?:[.,:/]\d+)*[%€£¥元円折]?|[\p{L}\p{M}\p{N}_'’-]+|\s+|[^\s\p{L}\p{M}\p{N}]/gu;

let segmenter: Intl.Segmenter | undefined;

/** A text as words, spaces and marks; joined they are the text again. */
export function wordsOf(text: string): string[] {
  return (text.match(spaced) ?? []).flatMap((word) => {
    if (!unspaced.test(word)) return [word];
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    return [...segmenter.segment(word)].map(({ segment }) => segment);
  });
}

/** More than this many changed words is another text: the search for the shortest way would take seconds. */
const mostEdits = 2_000;

/**
 * What was taken out of and put into a text, by words (Chinese and Japanese by the segmenter's words), in reading order.
 * @returns one removed and one added part where nearly nothing is left
 */
export function wordDiff(before: string, after: string): WordPart[] {
  const [old, now] = [tidyText(before), tidyText(after)];
  const parts = diffArrays(wordsOf(old), wordsOf(now), { maxEditLength: mostEdits });
  if (!parts) {
    const all: WordPart[] = [
      { kind: 'removed', text: old },
      { kind: 'added', text: now },
    ];
    return all.filter(({ text }) => text);
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** How much two texts have in common, 0 to 1: twice the words of both, through the words of each (Dice). */
export function likeness(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  let [common, total] = [0, 0];
  for (const [word, count] of before) {
    total += count;
    common += Math.min(count, after.get(word) ?? 0);
  }
  for (const count of after.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}

/** The words of a text with how often each stands there. */
export function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text.toLowerCase()))
    if (/[\p{L}\p{N}]/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
