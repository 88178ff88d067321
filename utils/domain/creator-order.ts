import type { CreatorRow, CreatorSort, RowAccount, SortKey } from './creator-list.ts';
import { creatorRoles, creatorStatuses } from './vocabulary.ts';

/** The account that stands for a creator: the one with most followers; without any known number the first. */
export function mainAccount(row: Pick<CreatorRow, 'accounts'>): RowAccount | undefined {
  let [main] = row.accounts;
  for (const account of row.accounts)
    if (account.followers !== undefined && account.followers > (main?.followers ?? -1)) main = account;
  return main;
}

/** When any account of the creator was last read, ISO. */
function seenAt(row: CreatorRow): string | undefined {
  let last: string | undefined;
  for (const { seenAt: at } of row.accounts) if (at && (!last || at > last)) last = at;
  return last;
}

type Comparable = string | number | undefined;

const values: Record<SortKey, (row: CreatorRow) => Comparable> = {
  added: (row) => row.createdAt,
  name: (row) => row.displayName || undefined,
  followers: (row) => mainAccount(row)?.followers,
  role: (row) => creatorRoles.indexOf(row.role),
  status: (row) => creatorStatuses.indexOf(row.status),
  due: (row) => (row.doNotContact ? undefined : row.nextAction?.due),
  lastContact: (row) => row.lastContact,
  seen: seenAt,
};

const collators = new Map<string, Intl.Collator>();
function collatorOf(locale: string): Intl.Collator {
  const made = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, made);
  return made;
}

/**
 * The rows in order; names as the locale sorts them, numbers in them by value. What is unknown stands last in both directions, equals
 * stand newest first.
 * @param locale BCP 47
 */
export function sortRows(rows: readonly CreatorRow[], sort: CreatorSort, locale: string): CreatorRow[] {
  const read = values[sort.by];
  const collator = collatorOf(locale);
  const direction = sort.descending ? -1 : 1;
  const compare = (a: Comparable, b: Comparable): number => {
    if (a === b) return 0;
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    if (typeof a === 'string' && typeof b === 'string' && sort.by === 'name')
      return direction * collator.compare(a, b);
    return a < b ? -direction : direction;
  };
  return rows
    .map((row) => ({ row, value: read(row) }))
    .sort((a, b) => compare(a.value, b.value) || (a.row.id < b.row.id ? 1 : -1))
    .map(({ row }) => row);
}
