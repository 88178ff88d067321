import type { Case } from '../../domain/case.ts';
import { isWaiting } from '../../domain/case-clocks.ts';
import { comesBack, reopened } from '../../domain/case-moves.ts';
import { identityKeys } from '../../domain/creator.ts';
import { cutText } from '../../domain/cut-text.ts';
import type { SeenItem } from '../../domain/item.ts';
import type { Result } from '../../domain/result.ts';
import type { Reader } from '../../storage/reader.ts';
import { maintain, type Unit } from '../../storage/unit-of-work.ts';
import type { Call } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { caseStores } from './case-record.ts';
import { casesOfAuthor, sameWords } from './cases-of-author.ts';
import { putCase } from './change-case.ts';

const casesOf = (reader: Reader, { author, pageKey }: SeenItem): Promise<Case[]> =>
  casesOfAuthor(reader, author ? identityKeys(author) : [], pageKey);

/** When it was written, as cases write times; absent: nobody knows. */
const writtenAt = ({ publishedAt }: SeenItem): string | undefined =>
  publishedAt === undefined ? undefined : new Date(publishedAt).toISOString();

/** Whether a case that waits is about these very words: then the queue has them already. */
export async function isInCase(reader: Reader, seen: SeenItem): Promise<boolean> {
  const cases = await casesOf(reader, seen);
  return cases.some((one) => isWaiting(one) && sameWords(one.quote, seen.text));
}

/**
 * The case that a comment brings back: its author has one on this page that was answered or closed within thirty days, and the page says
 * that the comment was written after that. Without a time of its own nobody can know, and nothing is brought back.
 */
async function broughtBackBy(reader: Reader, seen: SeenItem, now: Date): Promise<Case | undefined> {
  const written = writtenAt(seen);
  if (written === undefined || written > now.toISOString()) return undefined;
  const cases = await casesOf(reader, seen);
  // one that waits is theirs to be answered in
  if (cases.some(isWaiting)) return undefined;
  return cases.find(
    (one) => comesBack(one, now.getTime()) && (one.closedAt ?? one.repliedAt ?? written) < written,
  );
}

async function bringBack(unit: Unit, seen: SeenItem, now: Date): Promise<boolean> {
  const one = await broughtBackBy(unit, seen, now);
  if (!one) return false;
  const { workHours } = await storedSettings(unit);
  const said = seen.text === undefined ? {} : { quote: seen.text };
  const note = one.quote === undefined ? undefined : cutText(one.quote, 500);
  const next = reopened({ ...one, ...said, url: seen.url }, unit.now, workHours, {
    since: writtenAt(seen),
    note,
  });
  await putCase(unit, next, 'case-reopened');
  return true;
}

/**
 * Brings back the cases of customers who wrote again, as seen on a page. Nobody asked for it, so there is no operation to undo: the queue
 * offers to close the case again. Harmless to do twice.
 * @returns how many came back
 */
export async function reopenWrittenAgain(call: Call, open: readonly SeenItem[]): Promise<Result<number>> {
  const database = await call.database();
  if (!database.ok) return database;
  return maintain(database.value, call.now, caseStores, async (unit) => {
    let count = 0;
    for (const seen of open) if (await bringBack(unit, seen, call.now)) count++;
    return count;
  });
}

/** Whether `reopenWrittenAgain` would change something: looked up before anything is locked for writing. */
export async function mayBringBack(reader: Reader, seen: SeenItem, now: Date): Promise<boolean> {
  return (await broughtBackBy(reader, seen, now)) !== undefined;
}
