import { newId } from '../domain/new-id.ts';
import { fail, ok } from '../domain/result.ts';
import { isSuppressed } from '../storage/suppressions.ts';
import { ownAccount } from './current-brand.ts';
import { findAccount } from './find-account.ts';
import { newAccount } from './new-creator.ts';
import type { Service } from './service.ts';
import { readOnce, writeOnce } from './write-once.ts';

/** Adds a profile, named by its address, to a creator. One that the creator has already is answered as it is. */
export const addAccount: Service<'account.add'> = async (
  { operationId, creatorId, account: named },
  call,
) => {
  const saved = await writeOnce(
    call,
    {
      type: 'account.add',
      operationId,
      stores: ['brands', 'suppressions', 'creators', 'accounts'],
      collections: ['creators'],
    },
    async (unit) => {
      const creator = await unit.get('creators', creatorId);
      if (!creator || creator.deletedAt) return fail('not-found', 'no creator of that id');
      const { url, ...name } = named;
      if (await ownAccount(unit, name)) return fail('nothing-to-save', 'this account is ours');
      if (await isSuppressed(unit, name)) return fail('suppressed', 'this profile must not be stored');
      const { account: known } = await findAccount(unit, name);
      if (known?.creatorId === creatorId) return ok({ accountId: known.id });
      const owner = known && (await unit.get('creators', known.creatorId));
      if (owner && !owner.deletedAt) return fail('invalid', 'this account belongs to another creator');
      const fresh = newAccount(newId(call.now.getTime()), creatorId, name, url, unit.now);
      // an account without a creator is taken up with what is known of it
      const account = known ? { ...known, creatorId, updatedAt: unit.now } : fresh;
      await unit.put('accounts', account);
      await unit.log('creator-updated', creatorId);
      return ok({ accountId: account.id });
    },
  );
  if (!saved.ok) return saved;
  // the account is read, not stored with the operation: one copy less of what is known about a person
  return readOnce(call, ['accounts'], async (reader) => {
    const account = await reader.get('accounts', saved.value.accountId);
    return account ? ok(account) : fail('not-found', 'the account was removed since');
  });
};
