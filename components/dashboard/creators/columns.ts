import type { SortKey } from '../../../utils/domain/creator-list.ts';
import type { DashboardKey } from '../words.ts';

/** A column of the list; one without an order cannot be sorted by. */
interface Column {
  key: string;
  title: DashboardKey;
  sort?: SortKey;
}

/** The columns after the tick box, in their order. */
export const columns = [
  { key: 'name', title: 'creators_column_name', sort: 'name' },
  { key: 'accounts', title: 'creators_column_accounts' },
  { key: 'followers', title: 'field_followers', sort: 'followers' },
  { key: 'role', title: 'role', sort: 'role' },
  { key: 'status', title: 'status', sort: 'status' },
  { key: 'tags', title: 'tags' },
  { key: 'next', title: 'next_action', sort: 'due' },
  { key: 'contact', title: 'last_contact', sort: 'lastContact' },
  { key: 'added', title: 'creators_column_added', sort: 'added' },
] as const satisfies readonly Column[];

/** Which way an order begins: numbers and past days with the greatest, everything else with the first. */
export const startsDescending = (by: SortKey): boolean =>
  by === 'added' || by === 'followers' || by === 'lastContact' || by === 'seen';
