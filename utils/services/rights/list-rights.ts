import { addDays, localDay } from '../../domain/day.ts';
import type { Day } from '../../domain/record.ts';
import { fail, ok } from '../../domain/result.ts';
import type { RightsGrant } from '../../domain/rights.ts';
import { expiringDays } from '../../domain/rights-state.ts';
import { isOverdue, mayUse, standOf } from '../../domain/rights-use.ts';
import type { RightsCounts } from '../../messaging/protocol/rights.ts';
import type { Input } from '../../messaging/protocol.ts';
import { rightsCounter, rightsUntilCounter, rightsUsedCounter } from '../../storage/counters.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { grantOfItem } from './ugc-effect.ts';

type Asked = Input<'rights.list'>;

/** Records read at once. */
const step = 200;
/** Permissions that end within two weeks, at most. */
const mostExpiring = 1_000;

/** What runs out soon, and what is in use without a right: from kept numbers, whatever is stored. */
export async function rightsDue(
  reader: Reader,
  today: Day,
): Promise<Pick<RightsCounts, 'expiring' | 'overdue'>> {
  const [expiring, overdue] = await Promise.all([
    reader.sum(rightsUntilCounter(today), rightsUntilCounter(addDays(today, expiringDays))),
    reader.sum(rightsUsedCounter(''), rightsUsedCounter(addDays(today, -1))),
  ]);
  return { expiring, overdue };
}

async function countsOf(reader: Reader, today: Day): Promise<RightsCounts> {
  const [candidate, asked, granted, declined, revoked, expired, due] = await Promise.all([
    reader.counter(rightsCounter('candidate')),
    reader.counter(rightsCounter('asked')),
    reader.counter(rightsCounter('granted')),
    reader.counter(rightsCounter('declined')),
    reader.counter(rightsCounter('revoked')),
    reader.sum(rightsUntilCounter(''), rightsUntilCounter(addDays(today, -1))),
    rightsDue(reader, today),
  ]);
  return { candidate, asked, granted: granted - expired, expired, declined, revoked, ...due };
}

const lowered = (text: string) => text.normalize('NFKC').toLocaleLowerCase();

function passes(grant: RightsGrant, { view, scope, platform, author }: Asked, today: Day): boolean {
  const { subject, creditLine } = grant;
  if (platform !== undefined && subject.platform !== platform) return false;
  if (scope !== undefined && !mayUse(grant, scope, today).may) return false;
  if (view === 'overdue' && !isOverdue(grant, today)) return false;
  if (view !== 'all' && view !== 'overdue' && view !== 'expiring' && standOf(grant, today) !== view)
    return false;
  const wanted = lowered(author ?? '')
    .trim()
    .replace(/^@/, '');
  if (wanted === '') return true;
  const names = [subject.author?.handle, subject.author?.displayName, creditLine];
  return names.some((name) => name !== undefined && lowered(name).includes(wanted));
}

/** In the order of the list, a page at a time: nothing that a filter leaves out is kept. */
async function* walk(reader: Reader, { view, before }: Asked, today: Day): AsyncGenerator<RightsGrant> {
  if (view === 'expiring') {
    const soon = IDBKeyRange.bound(today, addDays(today, expiringDays));
    const all = await reader.list('rightsGrants', 'until', soon, mostExpiring);
    const granted = all.filter(({ state }) => state === 'granted');
    const from = before === null ? 0 : granted.findIndex(({ id }) => id === before) + 1;
    yield* granted.slice(from);
    return;
  }
  const state = view === 'expired' ? 'granted' : view;
  const one = state !== 'all' && state !== 'overdue';
  for (let end = before; ; ) {
    const range = one
      ? IDBKeyRange.bound([state], [state, end ?? []], false, end !== null)
      : end === null
        ? null
        : IDBKeyRange.upperBound(end, true);
    const rows = await reader.newest('rightsGrants', one ? 'stateAt' : null, range, step);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < step) return;
    end = last.id;
  }
}

/** The library: permissions with what they are about, filtered, newest first. */
export const listRights: Service<'rights.list'> = (asked, call) =>
  readOnce(call, ['rightsGrants', 'counters'], async (reader) => {
    const today = localDay(call.now);
    const rows: RightsGrant[] = [];
    let more = false;
    for await (const grant of walk(reader, asked, today)) {
      if (!passes(grant, asked, today)) continue;
      if (rows.length === asked.limit) {
        more = true;
        break;
      }
      rows.push(grant);
    }
    return ok({ rows, more, counts: await countsOf(reader, today) });
  });

export const getRights: Service<'rights.get'> = ({ grantId }, call) =>
  readOnce(call, ['rightsGrants'], async (reader) => {
    const grant = await reader.get('rightsGrants', grantId);
    return grant ? ok(grant) : fail('not-found', 'no permission of that id');
  });

export const rightsOfItem: Service<'rights.of-item'> = ({ itemId }, call) =>
  readOnce<{ grant: RightsGrant | null }>(call, ['rightsGrants', 'items'], async (reader) => {
    const item = await reader.get('items', itemId);
    const [own] = await reader.list('rightsGrants', 'itemId', itemId, 1);
    return ok({ grant: own ?? (item ? ((await grantOfItem(reader, item)) ?? null) : null) });
  });
