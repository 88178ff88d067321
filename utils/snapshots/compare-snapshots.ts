import type { Change } from '../domain/change-kind.ts';
import type { PageReading } from '../domain/page-reading.ts';
import type { PageLayout, PageText } from '../domain/snapshot.ts';
import type { CompareOptions } from './change-list.ts';
import { compareLayouts } from './compare-layouts.ts';
import { compareReadings } from './compare-readings.ts';
import { compareTexts } from './compare-texts.ts';

/** The layers of a look that can be compared without its pictures; those that failed are absent. */
export interface ComparedLook {
  reading?: PageReading;
  text?: PageText;
  layout?: PageLayout;
}

/**
 * Names what is different between two looks at one watched page, over all layers that both have. When the reading says that the page could not
 * be read, its text and layout are a wall's and are not compared.
 */
export function compareSnapshots(
  before: ComparedLook,
  after: ComparedLook,
  options: CompareOptions = {},
): Change[] {
  const [old, now] = [before.reading, after.reading];
  const changes = old && now ? compareReadings(old, now, options) : [];
  if (changes.some(({ kind }) => kind === 'unreadable' || kind === 'readable-again')) return changes;
  // both unreadable: nothing stands there to compare
  if (old?.kind === 'blocked' || now?.kind === 'blocked') return changes;
  if (before.text && after.text)
    changes.push(...compareTexts(before.text.blocks, after.text.blocks, [old, now], options));
  if (before.layout && after.layout) changes.push(...compareLayouts(before.layout, after.layout, options));
  return changes;
}
