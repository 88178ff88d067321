import type { Case } from '../../domain/case.ts';
import { isWaiting } from '../../domain/case-clocks.ts';
import { holderOf, orderRanks, orderUntil } from '../../domain/case-order.ts';
import { ok } from '../../domain/result.ts';
import type { CaseFilter } from '../../messaging/protocol/cases.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { caseCounts } from './case-counts.ts';
import { rowOf } from './case-rows.ts';

/** Cases looked at for one page at most: a filter that few fit gives a short page and goes on with the next one. */
const mostLookedAt = 2_000;

/** Cases read at once where a filter leaves some out. */
const leastAtOnce = 200;
const isEmpty = (filter: CaseFilter) => Object.values(filter).every((value) => value === undefined);

function fits(one: Case, { owner, states, overdue, urgent }: CaseFilter, now: string): boolean {
  if (owner !== undefined && (holderOf(one) ?? null) !== owner) return false;
  if (states && !states.includes(one.state)) return false;
  if (urgent !== undefined && one.urgent !== urgent) return false;
  return overdue === undefined || (isWaiting(one) && one.due <= now) === overdue;
}

/** The parts of the queue in which cases that fit can stand, in its order. */
function partsOf({ overdue, urgent }: CaseFilter, now: string): [from: string, until: string][] {
  const ranks = urgent === false ? [orderRanks.waiting] : [orderRanks.urgent, orderRanks.waiting];
  if (overdue) return ranks.map((rank) => orderUntil(rank, now));
  return [['', '\uffff']];
}

async function pageOf(
  reader: Reader,
  filter: CaseFilter,
  after: string | null,
  limit: number,
  now: string,
): Promise<{ cases: Case[]; next: string | null }> {
  const cases: Case[] = [];
  // a filter that few fit would ask for them one by one
  const atOnce = isEmpty(filter) ? limit : Math.max(limit, leastAtOnce);
  let looked = 0;
  for (const [from, until] of partsOf(filter, now)) {
    if (after !== null && after >= until) continue;
    let at = after !== null && after > from ? after : from;
    for (;;) {
      const range = IDBKeyRange.bound(at, until, true);
      const found = await reader.list('cases', 'openOrder', range, atOnce);
      for (const one of found) {
        at = one.openOrder ?? at;
        if (fits(one, filter, now)) cases.push(one);
        if (cases.length === limit) return { cases, next: at };
      }
      looked += found.length;
      if (found.length < atOnce) break;
      if (looked >= mostLookedAt) return { cases, next: at };
    }
  }
  return { cases, next: null };
}

/** A page of the open cases: urgent ones first, then by deadline, those that are answered last. */
export const queueCases: Service<'case.queue'> = ({ filter, after, limit }, call) =>
  readOnce(call, ['cases', 'counters'], async (reader) => {
    const [{ cases, next }, counts] = await Promise.all([
      pageOf(reader, filter, after, limit, call.now.toISOString()),
      caseCounts(reader, call.now),
    ]);
    return ok({ rows: cases.map(rowOf), next, counts });
  });

/** The history, the last closed first. */
export const listClosed: Service<'case.closed-list'> = ({ before, limit }, call) =>
  readOnce(call, ['cases'], async (reader) => {
    const below = before && IDBKeyRange.upperBound(before.at, true);
    const [same, earlier] = await Promise.all([
      before ? reader.list('cases', 'closedAt', before.at) : [],
      reader.newest('cases', 'closedAt', below, limit + 1),
    ]);
    // closed in the same moment as the last row, and not shown yet
    const left = same.filter(({ id }) => before !== null && id < before.id).reverse();
    const all = [...left, ...earlier];
    return ok({ rows: all.slice(0, limit).map(rowOf), more: all.length > limit });
  });

/** Cases in the list for the weekly meeting; more is a reason to talk about something else. */
const mostListed = 1_000;

/** Everything that waits, by who has it now. */
export const listByDepartment: Service<'case.by-department'> = (_input, call) =>
  readOnce(call, ['cases'], async (reader) => {
    const found = await reader.list('cases', 'openDue', null, mostListed + 1);
    const groups = new Map<string | null, Case[]>();
    for (const one of found.slice(0, mostListed)) {
      const holder = holderOf(one) ?? null;
      groups.set(holder, [...(groups.get(holder) ?? []), one]);
    }
    const sorted = [...groups].sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a.localeCompare(b)));
    return ok({
      groups: sorted.map(([owner, cases]) => ({
        owner,
        rows: cases.sort((a, b) => (a.waitsSince < b.waitsSince ? -1 : 1)).map(rowOf),
      })),
      more: found.length > mostListed,
    });
  });
