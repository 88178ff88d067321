import { type Mark, markOf } from '../domain/mark.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import type { Reader } from '../storage/reader.ts';
import { type AccountName, ownAccount } from './current-brand.ts';
import { findAccount } from './find-account.ts';
import { spamAuthors } from './items/item-dots.ts';
import type { Call, Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** Stores that a mark is read from. */
export const markStores = ['brands', 'accounts', 'creators', 'items'] as const;

/** By index: the account's keys, then the one creator. @param spam whether something that they wrote is tagged as spam */
async function markWith(
  reader: Reader,
  name: AccountName,
  spam: boolean | undefined,
): Promise<{ mark: Mark; creatorId?: string }> {
  if (await ownAccount(reader, name)) return { mark: 'ours' };
  const { account } = await findAccount(reader, name);
  const creator = account && (await reader.get('creators', account.creatorId));
  if (!creator || creator.deletedAt) return { mark: spam ? 'spam' : 'new' };
  const mark = markOf(creator);
  return { mark: spam && mark !== 'do-not-contact' ? 'spam' : mark, creatorId: creator.id };
}

/** What the notebook has for a handle. */
export async function markFor(
  reader: Reader,
  name: AccountName,
): Promise<{ mark: Mark; creatorId?: string }> {
  const [spam] = await spamAuthors(reader, [name]);
  return markWith(reader, name, spam);
}

/** The marks of names, in their order, from one state of the notebook. */
export function marksFor(call: Call, names: readonly AccountName[]): Promise<Result<Mark[]>> {
  return readOnce(call, markStores, async (reader) => {
    const marks: Mark[] = [];
    const spam = await spamAuthors(reader, names);
    for (const [at, name] of names.entries()) marks.push((await markWith(reader, name, spam[at])).mark);
    return ok(marks);
  });
}

/** What a page may know about the handles on it: enough to choose icons, nothing of what the notebook says about the people. */
export const markHandles: Service<'page.marks'> = async ({ platform, names }, call) => {
  const marks = await marksFor(
    call,
    names.map((name) => ({ platform, ...name })),
  );
  return marks.ok ? ok<Output<'page.marks'>>({ marks: marks.value }) : marks;
};
