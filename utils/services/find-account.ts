import { type Account, identityKeys } from '../domain/creator.ts';
import type { Reader } from '../storage/reader.ts';
import type { AccountName } from './current-brand.ts';

/**
 * The account in the notebook that a profile is. The stable id decides; a handle counts only where it does not lead to
 * another stable id, for then someone else has taken the handle over.
 * @returns the account, and those that hold the handle without being it
 */
export async function findAccount(
  reader: Reader,
  name: AccountName,
): Promise<{ account: Account | undefined; former: Account[] }> {
  const byHandle = await reader.list('accounts', 'identityKeys', handleKey(name));
  const stableKey = name.stableId === undefined ? undefined : identityKeys(name)[0];
  const byId = stableKey ? (await reader.list('accounts', 'identityKeys', stableKey))[0] : undefined;
  const account =
    byId ??
    byHandle.find(
      ({ stableId }) => stableId === undefined || name.stableId === undefined || stableId === name.stableId,
    );
  return { account, former: byHandle.filter(({ id }) => id !== account?.id) };
}

/** The index key of a handle alone. */
export function handleKey({ platform, handle }: AccountName): string {
  return identityKeys({ platform, handle })[0] ?? '';
}

/** Whether an account still goes by its handle, so that its address leads to it. */
export function holdsHandle(account: Account): boolean {
  return account.identityKeys.includes(handleKey(account));
}
