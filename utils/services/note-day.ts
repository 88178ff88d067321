import { localDay } from '../domain/day.ts';
import type { Database } from '../storage/database.ts';
import { maintain } from '../storage/unit-of-work.ts';
import { dayStores, refreshDay } from './day-checklist.ts';

/**
 * Notes today's rows after a step of a batch, which is durable by then. They follow from the records: where this fails, the next
 * look at the checklist makes up for it.
 */
export async function noteDay(database: Database, now: Date): Promise<void> {
  try {
    await maintain(database, now, dayStores, (unit) => refreshDay(unit, localDay(now)));
  } catch (error) {
    console.error('Deckhand: the day after a batch', error);
  }
}
