import { newId } from '../domain/new-id.ts';
import { fail, ok } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import { isSuppressed } from '../storage/suppressions.ts';
import { ownAccount } from './current-brand.ts';
import { findAccount } from './find-account.ts';
import { newAccount, newCreator } from './new-creator.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Adds a creator by hand. Of an account that is in the notebook already its creator is answered, and nothing written. */
export const addCreator: Service<'creator.add'> = ({ operationId, displayName, account: named }, call) =>
  writeOnce<Output<'creator.add'>>(
    call,
    {
      type: 'creator.add',
      operationId,
      stores: ['brands', 'suppressions', 'creators', 'accounts'],
      collections: ['creators'],
    },
    async (unit) => {
      const creator = newCreator(newId(call.now.getTime()), displayName, unit.now);
      if (named) {
        const { url, ...name } = named;
        if (await ownAccount(unit, name)) return fail('nothing-to-save', 'this account is ours');
        if (await isSuppressed(unit, name)) return fail('suppressed', 'this profile must not be stored');
        const { account: known } = await findAccount(unit, name);
        const owner = known && (await unit.get('creators', known.creatorId));
        if (owner && !owner.deletedAt) return ok({ creatorId: owner.id, outcome: 'known' });
        const fresh = newAccount(newId(call.now.getTime()), creator.id, name, url, unit.now);
        // an account without a creator is taken up with what is known of it
        await unit.put('accounts', known ? { ...known, creatorId: creator.id, updatedAt: unit.now } : fresh);
      }
      await unit.put('creators', creator);
      await unit.log('creator-added', creator.id);
      return ok({ creatorId: creator.id, outcome: 'created' });
    },
  );
