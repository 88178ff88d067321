import { type Creator, isDue } from '../domain/creator.ts';
import type { Day } from '../domain/record.ts';

/** What can be changed about a creator, with tags as ids. `null` takes a value away, a key left out keeps it. */
export interface PlainChanges
  extends Partial<Pick<Creator, 'displayName' | 'role' | 'status' | 'notes' | 'doNotContact' | 'tagIds'>> {
  lastContact?: Creator['lastContact'] | null;
  nextAction?: Creator['nextAction'] | null;
}

function changed<T>(change: T | null | undefined, old: T | undefined): T | undefined {
  return change === undefined ? old : (change ?? undefined);
}

/** A creator after changes; `updatedAt` is the caller's, who knows whether anything differs. */
export function afterChanges(creator: Creator, { lastContact, nextAction, ...plain }: PlainChanges): Creator {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const next: Creator = {
    ...creator,
    ...given,
    lastContact: changed(lastContact, creator.lastContact),
    nextAction: changed(nextAction, creator.nextAction),
  };
  return { ...next, due: dueOf(next) };
}

/** The day for the index of what is due: who must not be contacted is never due, whatever was planned. */
export function dueOf({ doNotContact, nextAction }: Creator): Day | undefined {
  return doNotContact ? undefined : nextAction?.due;
}

/** A due next action is handled when it is done with, when it waits for a later day, or when the contact was made today. */
export function handlesFollowUp(before: Creator, after: Creator, today: Day): boolean {
  if (!isDue(before, today)) return false;
  const put = after.nextAction === undefined || after.nextAction.due > today;
  return put || (after.lastContact === today && before.lastContact !== today);
}
