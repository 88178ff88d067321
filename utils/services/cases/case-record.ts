import type { Case } from '../../domain/case.ts';
import type { Deadline } from '../../domain/case-deadline.ts';
import { withDeadline } from '../../domain/case-moves.ts';
import { filed } from '../../domain/case-order.ts';
import { identityKeys } from '../../domain/creator.ts';
import { cutText } from '../../domain/cut-text.ts';
import type { ItemAuthor } from '../../domain/item.ts';
import { newId } from '../../domain/new-id.ts';
import type { StoreName } from '../../storage/schema.ts';
import { isSuppressed } from '../../storage/suppressions.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { storedSettings } from '../stored-settings.ts';

/** What opening a case touches. */
export const caseStores: StoreName[] = ['cases', 'settings', 'suppressions'];

/** What is known when a case is opened; where it came from, what it is about and until when. */
export interface CaseDraft
  extends Partial<
    Pick<
      Case,
      | 'itemId'
      | 'tagId'
      | 'keywordGroupId'
      | 'competitorId'
      | 'changeId'
      | 'platform'
      | 'url'
      | 'pageKey'
      | 'quote'
      | 'author'
      | 'owner'
    >
  > {
  title: string;
  source: Case['source'];
  urgent: boolean;
  /** ISO; a moment to come, or none, is now: nobody waits since tomorrow */
  waitsSince?: string | undefined;
  deadline?: Deadline | { due: string } | undefined;
  /** becomes the first line of the log */
  note?: string | undefined;
}

/** Most of a title; one that was put together is cut. */
const longestTitle = 300;

/** Since when a customer waits. @param written when they wrote, as far as the page says so */
export function waitsSinceOf(written: string | undefined, now: string): string {
  const at = Date.parse(written ?? '');
  return at <= Date.parse(now) ? new Date(at).toISOString() : now;
}

/** Who wrote it, as far as they may be stored: of somebody who asked not to be, nothing. */
async function storable(unit: Unit, author: ItemAuthor | undefined): Promise<Partial<Case>> {
  if (!author || (await isSuppressed(unit, author))) return {};
  return { author };
}

/**
 * Opens a case inside an operation and logs it. For everything that opens one: by hand, by a tag, by a keyword.
 * @returns the case as it is stored
 */
export async function openCase(unit: Unit, draft: CaseDraft): Promise<Case> {
  const { workHours } = await storedSettings(unit);
  const { title, note, deadline, author: named, waitsSince, ...given } = draft;
  const who = await storable(unit, named);
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const id = newId(Date.parse(unit.now));
  const began: Case = {
    ...(known as typeof given),
    id,
    createdAt: unit.now,
    updatedAt: unit.now,
    title: cutText(title, longestTitle),
    state: 'to-answer',
    source: draft.source,
    urgent: draft.urgent,
    ...who,
    authorKeys: who.author ? identityKeys(who.author) : [],
    waitsSince: waitsSinceOf(waitsSince, unit.now),
    // replaced at once: what follows counts it
    due: unit.now,
    clock: 'clock',
    reopened: 0,
    rounds: [],
    measuredAt: [],
    log: [{ at: unit.now, step: 'opened', ...(note ? { note } : {}) }],
  };
  const opened = filed(withDeadline(began, deadline, workHours));
  await unit.put('cases', opened);
  await unit.log('case-opened', id);
  return opened;
}
