import type { Brand, OwnAccount } from '../domain/brand.ts';
import { localDay } from '../domain/day.ts';
import { newId } from '../domain/new-id.ts';
import { ok } from '../domain/result.ts';
import type { Unit } from '../storage/unit-of-work.ts';
import { currentBrand, ownAccount } from './current-brand.ts';
import { refreshDay } from './day-checklist.ts';
import { type FrameContexts, refuseOtherAccount } from './frame-context.ts';
import type { Service } from './service.ts';
import { putSettings } from './stored-settings.ts';
import { restorableStores, takeBack } from './take-back.ts';
import { writeOnce } from './write-once.ts';

/** The brand that gets the account: the current one, else the first, else a new one that goes by the account's handle. */
async function brandFor(unit: Unit, account: OwnAccount, now: Date): Promise<Brand> {
  const known = (await currentBrand(unit)) ?? (await unit.all('brands'))[0];
  return (
    known ?? {
      id: newId(now.getTime()),
      createdAt: unit.now,
      updatedAt: unit.now,
      name: account.handle,
      accounts: [],
      shops: [],
      officialLinks: [],
      hashtags: [],
      countries: [],
      languages: [],
    }
  );
}

/** "This is us": the account becomes one of our own, and the capture that led here is taken back, in one transaction. */
export const claimAccount =
  (contexts: FrameContexts): Service<'account.claim'> =>
  async ({ operationId, account, undo }, call) => {
    const refused = await refuseOtherAccount(contexts, call.caller, account);
    if (refused) return refused;
    return writeOnce(
      call,
      {
        type: 'account.claim',
        operationId,
        stores: restorableStores,
        collections: ['brands', 'settings', 'creators', 'checklist'],
      },
      async (unit) => {
        const failure = undo === undefined ? null : await takeBack(unit, call.caller, undo);
        if (failure) return failure;
        if (!(await ownAccount(unit, account))) {
          const brand = await brandFor(unit, account, call.now);
          await unit.put('brands', {
            ...brand,
            accounts: [...brand.accounts, account],
            updatedAt: unit.now,
          });
          if (!(await currentBrand(unit))) await putSettings(unit, { currentBrandId: brand.id });
          await unit.log('account-claimed', brand.id);
        }
        await refreshDay(unit, localDay(call.now));
        return ok({});
      },
    );
  };
