/** What can wait on the toolbar button. */
export interface ButtonState {
  /** of this tab: a question waits for an answer in the popup */
  asks: boolean;
  /** of this tab: the share of a picture that is taken, from 0 to 1; null: none is */
  picture: number | null;
  /** cases whose customer should have had an answer by now */
  overdue: number;
  /** unread changes of the severities chosen */
  unread: number;
}

/** A warning (`late` for cases), and the news; both bear white letters (contrast over 4.5). */
export const badgeColors = { asks: '#b3530a', late: '#b3261e', plain: '#3b4cc0' } as const;

/** More than two digits do not fit on the button. */
const most = 99;

/**
 * What the button says: first what waits for the person in this tab, then what runs there, then who waits too long, then the news of all
 * competitors.
 * @returns the letters; empty for none
 */
export function badgeText({ asks, picture, overdue, unread }: ButtonState): string {
  if (asks) return '!';
  if (picture !== null) return `${Math.round(picture * 100)}%`;
  const count = overdue > 0 ? overdue : unread;
  if (count <= 0) return '';
  return count > most ? `${most}+` : String(count);
}
