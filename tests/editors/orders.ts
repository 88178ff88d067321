import type { Insertion, InsertResult } from '../../utils/page/insert/insertion.ts';

/** How the way to the page's world breaks: before the paste, or behind it, when the answer is lost. */
export type PasteFault = 'fails' | 'is lost';

/** What a test asks of the content script of its extension, as an event of the page. */
export type Order =
  /** remembers the editor that has the focus */
  | { order: 'remember' }
  /** remembers it, then something else takes the focus, as the palette does */
  | { order: 'palette' }
  /** writes into the remembered editor */
  | { order: 'insert'; insertion: Insertion; twice?: boolean; stopped?: boolean; paste?: PasteFault }
  | { order: 'stop'; index: number };

/** What an order to insert led to; stops stay in the script's world. */
export interface Inserted {
  results: InsertResult[];
  milliseconds: number;
  /** pastes that were asked of the page's world */
  pastes: number;
}

export type Answer = { family: string | null } | Inserted | { selected: boolean };

export const orderEvent = 'test-order';
export const answerEvent = 'test-answer';
