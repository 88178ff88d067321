import { identityKeys } from '../../domain/creator.ts';
import type { Fan } from '../../domain/fan.ts';
import type { ItemAuthor } from '../../domain/item.ts';
import type { Reader } from '../../storage/reader.ts';
import { findAccount, handleKey } from '../find-account.ts';

/** Index keys of a fan: those that the author goes by today. */
export const fanKeys = ({ platform, handle, stableId }: ItemAuthor) =>
  identityKeys({ platform, handle, stableId });

/**
 * The fan that an author is. The stable id decides, so that somebody renamed stays the same; a handle counts only where it does not lead to
 * another stable id, for then someone else has taken it over.
 * @returns the fan, and those that went by the handle before somebody else had it
 */
export async function findFan(
  reader: Reader,
  author: ItemAuthor,
): Promise<{ fan: Fan | undefined; former: Fan[] }> {
  const byHandle = await reader.list('fans', 'keys', handleKey(author));
  const { stableId } = author;
  const stableKey = stableId === undefined ? undefined : fanKeys(author)[0];
  const byId = stableKey ? (await reader.list('fans', 'keys', stableKey, 1))[0] : undefined;
  const may = byHandle.filter(
    ({ author: known }) =>
      known.stableId === undefined || stableId === undefined || known.stableId === stableId,
  );
  // who is known surely before who is known by the handle alone
  const fan = byId ?? may.find(({ author: known }) => known.stableId !== undefined) ?? may[0];
  const former =
    stableId === undefined
      ? []
      : byHandle.filter(
          ({ id, author: known }) =>
            id !== fan?.id && known.stableId !== undefined && known.stableId !== stableId,
        );
  return { fan, former };
}

/** The fans that a creator in the notebook is, by the keys of their accounts; not who has a handle by now that was theirs. */
export async function fansOfCreator(reader: Reader, creatorId: string): Promise<Fan[]> {
  const found = new Map<string, Fan>();
  for (const { identityKeys: keys } of await reader.list('accounts', 'creatorId', creatorId))
    for (const key of keys) for (const fan of await reader.list('fans', 'keys', key)) found.set(fan.id, fan);
  const theirs: Fan[] = [];
  for (const fan of found.values())
    if ((await findAccount(reader, fan.author)).account?.creatorId === creatorId) theirs.push(fan);
  return theirs;
}
