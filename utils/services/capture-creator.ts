import { type Account, identityKeys, observationSchema } from '../domain/creator.ts';
import { newId } from '../domain/new-id.ts';
import type { CreatorReading, PageReading } from '../domain/page-reading.ts';
import { fail, ok } from '../domain/result.ts';
import type { CaptureAnswer } from '../messaging/protocol.ts';
import { isSuppressed } from '../storage/suppressions.ts';
import type { Unit } from '../storage/unit-of-work.ts';
import { type AccountName, ownAccount } from './current-brand.ts';
import { findAccount, handleKey, holdsHandle } from './find-account.ts';
import { foundContacts, newContacts } from './found-contacts.ts';
import { factNames, mergeFacts } from './merge-facts.ts';
import { newAccount, newCreator } from './new-creator.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Pages whose own subject is the creator: their address is the account's, and their problems are the creator's. */
const ownPages: readonly PageReading['kind'][] = ['profile', 'group'];

const countNames = Object.keys(observationSchema.shape.counts.shape) as (keyof CreatorReading)[];

/** Facts of the creator that this kind of page should have shown and did not, each once. */
function missingFacts({ kind, problems }: PageReading): CaptureAnswer['missing'] {
  const missing = new Map<string, CaptureAnswer['missing'][number]>();
  for (const { field, reason } of problems) {
    const prefixed = field.startsWith('creator.');
    const name = prefixed ? field.slice('creator.'.length) : field;
    // on a post, "likes" alone are the post's
    const isFact = (prefixed || ownPages.includes(kind)) && factNames.includes(name as keyof CreatorReading);
    if (isFact && !missing.has(name)) missing.set(name, { field: name, reason });
  }
  return [...missing.values()];
}

/** The account after this reading: its name of today, the handles it had, what is known of it. */
function afterReading(account: Account, name: AccountName, reading: PageReading, now: string): Account {
  const renamed = handleKey(account) !== handleKey(name) && holdsHandle(account);
  const stableId = name.stableId ?? account.stableId;
  return {
    ...account,
    updatedAt: now,
    handle: name.handle,
    ...(stableId === undefined ? {} : { stableId }),
    identityKeys: identityKeys({ ...name, stableId }),
    handleHistory: renamed
      ? [...account.handleHistory, { handle: account.handle, until: now }]
      : account.handleHistory,
    url: ownPages.includes(reading.kind) ? reading.url : account.url,
    ...mergeFacts(account, reading.creator ?? {}, now),
  };
}

/** Whoever held the handle before does not go by it any more; of two people one would be taken for the other. */
async function releaseHandle(unit: Unit, former: Account, name: AccountName): Promise<void> {
  await unit.put('accounts', {
    ...former,
    updatedAt: unit.now,
    identityKeys: former.identityKeys.filter((key) => key !== handleKey(name)),
    handleHistory: [...former.handleHistory, { handle: former.handle, until: unit.now }],
  });
}

/** Saves who a page shows: a new creator with account, or one more look at a known one. */
export const captureCreator: Service<'creator.capture'> = async ({ operationId, reading }, call) => {
  const read = reading.creator;
  if (reading.kind === 'blocked') return fail('wall', 'a login wall, a captcha or a deleted profile');
  if (!read?.handle)
    return fail('nothing-to-save', `a page of kind ${reading.kind} without a creator's handle`);
  const stableId = read.stableId?.value;
  const name: AccountName = {
    platform: reading.platform,
    handle: read.handle.value,
    ...(stableId === undefined ? {} : { stableId }),
  };
  const counts = Object.fromEntries(countNames.filter((key) => read[key]).map((key) => [key, read[key]]));
  const nextId = () => newId(call.now.getTime());

  return writeOnce(
    call,
    {
      type: 'creator.capture',
      operationId,
      stores: ['brands', 'suppressions', 'creators', 'accounts', 'observations', 'contacts'],
      collections: ['creators'],
    },
    async (unit) => {
      if (await ownAccount(unit, name)) return fail('nothing-to-save', 'this account is ours');
      if (await isSuppressed(unit, name)) return fail('suppressed', 'this profile must not be stored');
      const { account: known, former } = await findAccount(unit, name);
      for (const other of former) await releaseHandle(unit, other, name);

      const kept = known && (await unit.get('creators', known.creatorId));
      const displayName = read.displayName?.value ?? name.handle;
      const creator = kept ?? newCreator(nextId(), displayName, unit.now);
      if (!kept) await unit.put('creators', creator);

      const before = known ?? newAccount(nextId(), creator.id, name, reading.url, unit.now);
      const account = { ...afterReading(before, name, reading, unit.now), creatorId: creator.id };
      await unit.put('accounts', account);

      const row = { createdAt: unit.now, updatedAt: unit.now };
      // an unchanged look is a look: the series says when numbers were still the same
      await unit.put('observations', {
        ...row,
        id: nextId(),
        accountId: account.id,
        at: unit.now,
        url: reading.url,
        counts,
      });
      const contacts = await unit.list('contacts', 'creatorId', creator.id);
      for (const found of newContacts(contacts, foundContacts(read))) {
        const where = { creatorId: creator.id, url: reading.url, readAt: unit.now };
        await unit.put('contacts', { ...row, ...found, ...where, id: nextId() });
      }
      await unit.log(kept ? 'creator-observed' : 'creator-captured', creator.id);
      const outcome: CaptureAnswer['outcome'] = kept ? 'observed' : 'created';
      return ok({ creatorId: creator.id, outcome, missing: missingFacts(reading) });
    },
  );
};
