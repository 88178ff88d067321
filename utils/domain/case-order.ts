import type { Case } from './case.ts';
import { isWaiting } from './case-clocks.ts';

type Ordered = Pick<Case, 'id' | 'state' | 'urgent' | 'due'>;

/** "Social first": whose customer waits and must not, the others who wait, and those that are only to be closed. */
export const orderRanks = { urgent: '0', waiting: '1', replied: '2' } as const;

/** Times as they sort: with milliseconds, whoever wrote them. */
const sortable = (time: string): string => new Date(time).toISOString();

/**
 * The place of a case in the queue, as a key that sorts: urgent ones first, then by deadline; of one moment those opened first. The id in
 * it makes every place another one, so that a page ends between any two.
 */
export function caseOrder(one: Ordered): string {
  const rank = !isWaiting(one) ? orderRanks.replied : one.urgent ? orderRanks.urgent : orderRanks.waiting;
  return `${rank}${sortable(one.due)}${one.id}`;
}

/** Keys of one rank whose deadline is at a moment or before it: from, until. ISO */
export function orderUntil(rank: string, moment: string): [from: string, until: string] {
  return [rank, `${rank}${sortable(moment)}\uffff`];
}

/** Puts a case where it belongs now: the fields behind the indexes follow from what it is. To be called with every change. */
export function filed(one: Case): Case {
  const { openDue: _due, openOrder: _order, ...rest } = one;
  if (one.state === 'closed') return rest;
  return { ...rest, ...(isWaiting(one) ? { openDue: sortable(one.due) } : {}), openOrder: caseOrder(one) };
}

/** Who has it now: the department while it is passed on, else the owner; undefined: us. */
export function holderOf({
  state,
  department,
  owner,
}: Pick<Case, 'state' | 'department' | 'owner'>): string | undefined {
  return state === 'passed-on' ? (department ?? owner) : owner;
}
