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

/** What the notebook has for a handle, by index: the account's keys, then the one creator. */
export async function markFor(
  reader: Reader,
  name: AccountName,
): Promise<{ mark: Mark; creatorId?: string }> {
  if (await ownAccount(reader, name)) return { mark: 'ours' };
  const { account } = await findAccount(reader, name);
  const creator = account && (await reader.get('creators', account.creatorId));
  const [spam] = await spamAuthors(reader, name.platform, [name]);
  if (!creator || creator.deletedAt) return { mark: spam ? 'spam' : 'new' };
  const mark = markOf(creator);
  return { mark: spam && mark !== 'do-not-contact' ? 'spam' : mark, creatorId: creator.id };
}

/** The marks of names, in their order, from one state of the notebook. */
export function marksFor(call: Call, names: readonly AccountName[]): Promise<Result<Mark[]>> {
  return readOnce(call, markStores, async (reader) => {
    const marks: Mark[] = [];
    for (const name of names) marks.push((await markFor(reader, name)).mark);
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
