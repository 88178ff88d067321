import type { Case } from '../../domain/case.ts';
import { isWaiting } from '../../domain/case-clocks.ts';
import { logged, moved, unreplied } from '../../domain/case-moves.ts';
import { identityKeys } from '../../domain/creator.ts';
import type { SeenItem } from '../../domain/item.ts';
import type { StoreName } from '../../storage/schema.ts';
import { everyKey } from '../../storage/suppressions.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { findItem } from '../items/find-item.ts';
import { storedSettings } from '../stored-settings.ts';
import { putCase } from './change-case.ts';

/** What finding and changing the case of a reply touches. */
export const replyStores: StoreName[] = ['cases', 'items', 'accounts', 'settings', 'templateUses'];

/** Whom and what a reply answers, as far as it is known. */
export interface AnsweredBy {
  unit: Unit;
  /** absent: a message, or a comment on the page as such */
  answered?: SeenItem | undefined;
  /** whom it is for, where they are in the notebook */
  creatorId?: string | undefined;
  /** where it is written: with a post's key below a post, without one in a conversation */
  place?: { postKey?: string | undefined } | undefined;
}

/** Cases of one author that are looked at: the last ones. */
const mostLookedAt = 50;

/** Letters and digits only: the page draws emoji, spaces and shortened ends in more than one way. */
const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether two texts are the same words, one of them perhaps shortened by the page. Without words nobody can tell. */
function sameWords(one: string, other: string): boolean {
  const [a, b] = [letters(one), letters(other)].sort((left, right) => left.length - right.length);
  if (!a || !b) return letters(one) === letters(other) && one.trim() === other.trim();
  return a === b || (a.length >= 40 && b.startsWith(a));
}

async function waitingOf(unit: Unit, keys: readonly string[]): Promise<Case[]> {
  const found = await Promise.all(
    keys.map((key) => unit.newest('cases', 'authorKeys', IDBKeyRange.only(key), mostLookedAt)),
  );
  return [...new Map(found.flat().map((one) => [one.id, one])).values()].filter(isWaiting);
}

/** Of the cases of one person the one that a reply to this comment answers; where two could be meant, none. */
function meant(cases: readonly Case[], answered: SeenItem): Case | undefined {
  const here = cases.filter(
    ({ pageKey }) => pageKey === undefined || answered.pageKey === undefined || pageKey === answered.pageKey,
  );
  const { text } = answered;
  const said = here.filter(
    ({ quote }) => text === undefined || quote === undefined || sameWords(text, quote),
  );
  return said.length === 1 ? said[0] : undefined;
}

/**
 * The open case that a reply answers: that of the tagged comment; else of its author, where only one can be meant; of a message the only one
 * of the person on any platform. No case is better than a wrong one: it would be taken off the list of what waits.
 */
async function caseAnswered({ unit, answered, creatorId, place }: AnsweredBy): Promise<Case | undefined> {
  if (answered) {
    const item = await findItem(unit, answered.keys);
    const own = item ? (await unit.list('cases', 'itemId', item.id)).filter(isWaiting) : [];
    if (own.length > 0) return own.at(-1);
    return answered.author
      ? meant(await waitingOf(unit, identityKeys(answered.author)), answered)
      : undefined;
  }
  // on a post as such nobody is answered
  if (creatorId === undefined || place?.postKey !== undefined) return undefined;
  const accounts = await unit.list('accounts', 'creatorId', creatorId);
  const theirs = await waitingOf(unit, accounts.flatMap(everyKey));
  return theirs.length === 1 ? theirs[0] : undefined;
}

/** Notes that the customer of a case has an answer. @returns whether there was one that waited for it */
export async function replyToCase(by: AnsweredBy): Promise<boolean> {
  const { unit } = by;
  const one = await caseAnswered(by);
  if (!one) return false;
  const { workHours } = await storedSettings(unit);
  const next = moved(one, { to: 'replied' }, unit.now, workHours);
  if (!next.ok) return false;
  await putCase(unit, next.value, 'case-replied');
  return true;
}

/** Notes that the customer of a case was told that it takes longer: they still wait. @returns whether there was one */
export async function holdCase(by: AnsweredBy): Promise<boolean> {
  const one = await caseAnswered(by);
  if (!one) return false;
  await putCase(by.unit, logged(one, 'held', by.unit.now), 'case-changed');
  return true;
}

/**
 * A reply was taken out of the editor again: its case waits again as before. One that went on meanwhile stays as it is.
 * @param at when the reply was noted
 */
export async function takeReplyBack(unit: Unit, at: string): Promise<void> {
  for (const one of await unit.list('cases', 'measuredAt', at)) {
    const back = unreplied(one, at);
    if (back) await putCase(unit, back, 'case-reopened');
  }
}
