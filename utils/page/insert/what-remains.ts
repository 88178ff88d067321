import { bareText } from './read-text.ts';
import type { Span } from './text-stops.ts';

/** What has become of an inserted text in its editor. `gone`: next to nothing of it is left there. */
export type Remains = 'whole' | 'changed' | 'gone';

/** So much of it, or less, is left by chance: words that every text has. */
const byChance = 0.3;

/** The parts of a text that are not meant to be written over: what stands between its stops. */
function fixedParts(text: string, stops: readonly Span[]): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of [...stops].sort(([a], [b]) => a - b)) {
    if (start > at) parts.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  parts.push(text.slice(at));
  return parts.map(bareText).filter((part) => part !== '');
}

const pairs = (text: string): Set<string> => {
  const signs = [...text];
  return new Set(
    signs.length < 2 ? signs : signs.slice(1).map((sign, place) => `${signs[place] ?? ''}${sign}`),
  );
};

/** How much of a text is found in another, by its pairs of letters: 0 to 1. */
function shareIn(text: string, other: string): number {
  const own = pairs(text);
  const found = pairs(other);
  return own.size === 0 ? 0 : [...own].filter((pair) => found.has(pair)).length / own.size;
}

/**
 * Makes the comparison for one inserted text. Spaces are nobody's change, what is written before or behind it neither, and what is written at
 * its stops is what they are for.
 * @param before what stood in the editor before: what is like it is not left of the text
 * @param stops spans of the text, UTF-16 units
 */
export function remainsOf(text: string, before: string, stops: readonly Span[]): (now: string) => Remains {
  const parts = fixedParts(text, stops);
  const old = bareText(before);
  const whole = parts.join('');
  const chance = Math.max(byChance, shareIn(whole, old) + 0.05);
  return (now) => {
    const held = bareText(now);
    let at = 0;
    const isWhole = parts.every((part) => {
      const found = held.indexOf(part, at);
      at = found + part.length;
      return found >= 0;
    });
    if (isWhole) return 'whole';
    return shareIn(whole, held) <= chance ? 'gone' : 'changed';
  };
}
