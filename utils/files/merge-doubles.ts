import { pauses } from './pause.ts';
import type { ReadRow } from './row-meaning.ts';

const accountKey = ({ platform, handle }: ReadRow['row']['accounts'][number]) =>
  `${platform}:${handle.toLowerCase()}`;
const mostAccounts = 10;

/**
 * Puts rows about the same account together, and rows without any account that have the same e-mail address and no different name. The
 * first row's values stay, later ones fill what it lacks; tags, addresses and accounts are added up. Rows with a fault are left alone.
 * @returns the rows that are left, in their order, and how many went into another one
 */
export async function mergeDoubles(
  rows: readonly ReadRow[],
  signal?: AbortSignal,
): Promise<{ rows: ReadRow[]; merged: number }> {
  const pause = pauses(signal);
  const byAccount = new Map<string, ReadRow>();
  const byEmail = new Map<string, ReadRow>();
  const kept: ReadRow[] = [];
  let merged = 0;
  for (const read of rows) {
    if (pause.due()) await pause.take();
    if (read.fault) {
      kept.push(read);
      continue;
    }
    const { accounts, emails, displayName } = read.row;
    const byMail = accounts.length > 0 ? undefined : emails.map((mail) => byEmail.get(mail)).find(Boolean);
    const sameName =
      byMail && (!displayName || !byMail.row.displayName || byMail.row.displayName === displayName);
    const first = accounts.map((account) => byAccount.get(accountKey(account))).find(Boolean);
    const into = first ?? (sameName ? byMail : undefined);
    const result = into ?? { ...read, row: { ...read.row }, notes: [...read.notes] };
    if (into) {
      join(into, read, byAccount);
      merged += 1;
    } else kept.push(result);
    for (const account of result.row.accounts)
      if (!byAccount.has(accountKey(account))) byAccount.set(accountKey(account), result);
    if (result.row.accounts.length === 0)
      for (const mail of result.row.emails) if (!byEmail.has(mail)) byEmail.set(mail, result);
  }
  return { rows: kept, merged };
}

function join(into: ReadRow, read: ReadRow, owners: ReadonlyMap<string, ReadRow>): void {
  const { row } = into;
  const other = read.row;
  const accounts = [...row.accounts];
  for (const account of other.accounts) {
    const owner = owners.get(accountKey(account));
    const at = accounts.findIndex((one) => accountKey(one) === accountKey(account));
    const mine = accounts[at];
    if (mine) {
      const { followers, followersRaw } = account;
      if (mine.followers === undefined && followers !== undefined)
        accounts[at] = { ...mine, followers, ...(followersRaw ? { followersRaw } : {}) };
    } else if (owner && owner !== into)
      // the table gives one account to two people: it stays with the first
      into.notes.push({ kind: 'other-account', text: `@${account.handle}` });
    else if (accounts.length < mostAccounts) accounts.push(account);
  }
  const union = (a: string[], b: string[], most: number) => [...new Set([...a, ...b])].slice(0, most);
  Object.assign(row, {
    ...other,
    ...row,
    accounts,
    emails: union(row.emails, other.emails, 10),
    phones: union(row.phones, other.phones, 10),
    tags: union(row.tags, other.tags, 50),
  });
  into.notes.push(...read.notes, { kind: 'merged', text: String(read.line) });
}
