import type { Account } from '../domain/creator.ts';
import { type CreatorReading, creatorReadingSchema, type Field } from '../domain/page-reading.ts';

/** Names of the facts that a reading of a creator can have. */
export const factNames = Object.keys(creatorReadingSchema.shape) as (keyof CreatorReading)[];

type Facts = Pick<Account, 'facts' | 'readAt'>;

/**
 * What is known of an account after one more reading: the newer value of each field replaces the older; of two of the same
 * age the exact one stays; what the newer reading lacks keeps its older value with its older time.
 * @param at time of the reading, ISO
 */
export function mergeFacts(known: Facts, reading: CreatorReading, at: string): Facts {
  const facts: Record<string, Field<unknown>> = {};
  const readAt: Record<string, string> = {};
  for (const name of factNames) {
    const older: Field<unknown> | undefined = known.facts[name];
    const newer: Field<unknown> | undefined = reading[name];
    const olderAt = known.readAt[name];
    const olderIsBetter =
      olderAt === at &&
      older?.precision !== 'rounded' &&
      newer?.precision === 'rounded' &&
      older !== undefined;
    const kept = newer && !olderIsBetter ? newer : older;
    if (!kept) continue;
    facts[name] = kept;
    readAt[name] = kept === newer ? at : (olderAt ?? at);
  }
  return { facts: facts as CreatorReading, readAt };
}
