import { ok } from '../domain/result.ts';
import type { Input, Output } from '../messaging/protocol.ts';
import { type KnownPeople, knownPeople, nameKey } from '../storage/known-people.ts';
import { type Reader, readNotebook } from '../storage/reader.ts';
import { isSuppressed } from '../storage/suppressions.ts';
import { sameAccount } from './current-brand.ts';
import { handleKey } from './find-account.ts';
import type { Service } from './service.ts';

type Row = Input<'import.match'>['rows'][number];
type Match = Output<'import.match'>['matches'][number];

/**
 * Says how rows of a table meet the notebook; writes nothing. An account decides; an e-mail address counts only for a row without a
 * known account, and not where it would make one creator of two profiles on one platform (agencies share an address); a name
 * alone is a hint for the person.
 */
export const matchImportRows: Service<'import.match'> = async ({ rows }, call) => {
  const database = await call.database();
  if (!database.ok) return database;
  const people = await knownPeople(database.value);
  return readNotebook(database.value, ['brands', 'suppressions'], async (reader) => {
    const refused = await refusedAccounts(reader);
    const matches = await Promise.all(
      rows.map(async (row): Promise<Match> => (await refused(row)) ?? meet(row, people)),
    );
    return ok({ matches });
  });
};

/** Tells which rows are about ourselves or about someone who asked not to be stored. */
async function refusedAccounts(reader: Reader): Promise<(row: Row) => Promise<Match | null>> {
  const own = (await reader.all('brands')).flatMap((brand) => brand.accounts);
  return async ({ accounts }) => {
    if ((await Promise.all(accounts.map((one) => isSuppressed(reader, one)))).includes(true))
      return { state: 'suppressed' };
    const isOurs = accounts.some((account) => own.some((ours) => sameAccount(ours, account)));
    return isOurs ? { state: 'ours' } : null;
  };
}

function meet(row: Row, people: KnownPeople): Match {
  const named = (state: Match['state'], creatorId: string): Match => {
    const displayName = people.creators.get(creatorId)?.displayName;
    return { state, creatorId, ...(displayName === undefined ? {} : { displayName }) };
  };
  const byAccount = new Set(
    row.accounts.flatMap((account) => people.byAccount.get(handleKey(account)) ?? []),
  );
  const [owner, other] = byAccount;
  if (owner) return named(other ? 'conflict' : 'known', owner);

  const byEmail = new Set(row.emails.flatMap((email) => people.byEmail.get(email.toLowerCase()) ?? []));
  const [holder, second] = byEmail;
  if (holder) {
    if (row.accounts.length === 0) return named(second ? 'conflict' : 'known', holder);
    const platforms = people.creators.get(holder)?.platforms;
    const sharesPlatform = row.accounts.some(({ platform }) => platforms?.has(platform));
    return named(second || sharesPlatform ? 'similar' : 'known', holder);
  }
  const namesake = row.displayName === undefined ? undefined : people.byName.get(nameKey(row.displayName));
  return namesake ? named('similar', namesake) : { state: 'new' };
}
