import { newId } from '../domain/new-id.ts';
import type { Routine } from '../domain/routine.ts';
import { type DerivedItem, defaultItems, derivedItems } from '../domain/vocabulary.ts';
import { routinesCounter } from '../storage/counters.ts';
import type { Reader } from '../storage/reader.ts';
import type { Unit } from '../storage/unit-of-work.ts';

/** A shop is open every day; who has days off takes them out. */
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** When in the day each item is done (product.md, "Her day"). */
const parts: Record<(typeof defaultItems)[number], Routine['part']> = {
  'figures-checked': 'morning',
  'watchlist-looked': 'morning',
  'due-follow-ups': 'any',
  'comments-answered': 'any',
  'mentions-seen': 'any',
  'mood-checked': 'any',
  'three-posts': 'afternoon',
  'problems-passed-on': 'afternoon',
  'tomorrow-planned': 'afternoon',
};

function derivedOf(key: string): DerivedItem | undefined {
  return derivedItems.find((item) => item === key);
}

/** Whether the default routine is still to be made: never again once it was, even if every item was removed. */
export async function lacksRoutine(reader: Reader): Promise<boolean> {
  return (await reader.get('counters', routinesCounter)) === undefined;
}

/** Makes the default routine at first use. */
export async function makeDefaultRoutine(unit: Unit, now: Date): Promise<void> {
  for (const [index, key] of defaultItems.entries()) {
    const derived = derivedOf(key);
    const row = { id: newId(now.getTime()), createdAt: unit.now, updatedAt: unit.now };
    const item = { key, part: parts[key], weekdays: everyDay, position: index + 1 };
    await unit.put('routines', { ...row, ...item, ...(derived ? { derived } : {}) }, 'derived');
  }
}
