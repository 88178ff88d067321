import type { ActivityKind } from '../../domain/activity.ts';
import { localDay } from '../../domain/day.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { RightsEventRow, RightsGrant, RightsProof } from '../../domain/rights.ts';
import { mostRightsEvents, type RightsScope, rightsScopes } from '../../domain/rights-state.ts';
import { isProof } from '../../domain/rights-use.ts';
import type { MessageType } from '../../messaging/protocol.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { addFanPoints, fanStores } from '../fans/fan-points.ts';
import type { Call, Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { removeGrant } from './ugc-effect.ts';

type Nothing = Record<string, never>;

/** Scopes in their order, each once. */
const inOrder = (scopes: readonly RightsScope[]) => rightsScopes.filter((scope) => scopes.includes(scope));

/** Drops what is not there, so that records look alike whichever way they came to be. */
function without<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** The first event stays, whatever follows: when it became a candidate. */
function withEvent(grant: RightsGrant, event: RightsEventRow): RightsEventRow[] {
  const [first, ...rest] = [...grant.history, without(event)];
  return first ? [first, ...rest.slice(-(mostRightsEvents - 1))] : rest;
}

/** Changes one permission as one operation. @param next fails, or says how it is from now on; the same: nothing happens */
function change(
  call: Call,
  { type, operationId, grantId }: { type: MessageType; operationId: string; grantId: string },
  activity: ActivityKind,
  next: (grant: RightsGrant, unit: Unit) => Promise<Result<RightsGrant>> | Result<RightsGrant>,
): Promise<Result<Nothing>> {
  const stores = ['rightsGrants', 'crops', ...fanStores] as const;
  const collections = ['rights', 'fans', 'creators'] as const;
  return writeOnce<Nothing>(call, { type, operationId, stores, collections }, async (unit) => {
    const grant = await unit.get('rightsGrants', grantId);
    if (!grant) return fail('not-found', 'no permission of that id');
    const changed = await next(grant, unit);
    if (!changed.ok) return changed;
    if (sameValue(grant, changed.value)) return ok({});
    await unit.put('rightsGrants', without({ ...changed.value, updatedAt: unit.now }));
    await unit.log(activity, grantId);
    return ok({});
  });
}

/** The picture that a proof names has to be one of this permission. */
async function proofOf(
  unit: Unit,
  grant: RightsGrant,
  { quote, url, cropId }: Partial<RightsProof>,
): Promise<Result<RightsProof | undefined>> {
  if (cropId !== undefined && (await unit.get('crops', cropId))?.grantId !== grant.id)
    return fail('not-found', 'no picture of that id for this permission');
  const given = without({ quote: quote?.trim() || undefined, url, cropId });
  return ok(isProof(given) ? { ...given, at: unit.now } : undefined);
}

/** How a permission is once it was asked for. What is allowed stays so: a question takes nothing back. */
export function asAsked(
  grant: RightsGrant,
  { scopes, at, template }: { scopes: readonly RightsScope[]; at: string; template?: string | undefined },
): RightsGrant {
  const askedScopes = inOrder(scopes);
  return {
    ...grant,
    state: grant.state === 'granted' ? 'granted' : 'asked',
    askedScopes,
    askedAt: at,
    history: withEvent(grant, { at, event: 'asked', scopes: askedScopes, template }),
  };
}

/** Noon of a day that is not today: the hour is not known, and the day must be the same wherever one reads it nearby. */
function timeOf(day: string | undefined, now: Date): string {
  return day === undefined || day === localDay(now)
    ? now.toISOString()
    : new Date(`${day}T12:00:00`).toISOString();
}

export const noteAsked: Service<'rights.asked'> = ({ operationId, grantId, scopes, day, template }, call) => {
  if (day !== undefined && day > localDay(call.now))
    return Promise.resolve(fail('invalid', 'nobody was asked in the future'));
  const at = timeOf(day, call.now);
  return change(call, { type: 'rights.asked', operationId, grantId }, 'rights-asked', (grant) =>
    ok(asAsked(grant, { scopes, at, template })),
  );
};

/** When an answer came: after its question, also where the clock was set back between them, or the question would still wait for it. */
const answeredNow = ({ askedAt = '' }: RightsGrant, { now }: Unit): string => (askedAt > now ? askedAt : now);

export const noteAnswer: Service<'rights.answer'> = ({ operationId, grantId, answer, proof: given }, call) =>
  change(call, { type: 'rights.answer', operationId, grantId }, 'rights-changed', async (grant, unit) => {
    const proved = await proofOf(unit, grant, given);
    if (!proved.ok) return proved;
    const proof = proved.value;
    const { state } = answer;
    if (state === 'declined') {
      const event = { at: unit.now, event: state, scopes: grant.askedScopes, proof };
      const history = withEvent(grant, event);
      // a no to more leaves what was allowed before
      const kept = grant.state === 'granted' ? 'granted' : 'declined';
      const word = kept === 'granted' ? grant.proof : proof;
      return ok({ ...grant, state: kept, answeredAt: answeredNow(grant, unit), proof: word, history });
    }
    if (!proof) return fail('invalid', 'a yes without its words, its address or its picture proves nothing');
    const { from, until, creditLine } = answer;
    if (from !== undefined && until !== undefined && until < from)
      return fail('invalid', 'the last day is before the first');
    const scopes = inOrder(answer.scopes);
    const history = withEvent(grant, { at: unit.now, event: state, scopes, from, until, proof });
    const { revokedAt: _before, ...rest } = grant;
    const { author } = grant.subject;
    if (author) await addFanPoints(unit, { author, why: 'ugc-granted', sourceId: grant.id });
    return ok({
      ...rest,
      state,
      scopes,
      creditLine,
      from,
      until,
      answeredAt: answeredNow(grant, unit),
      proof,
      history,
    });
  });

export const revoke: Service<'rights.revoke'> = ({ operationId, grantId, proof: given }, call) =>
  change(call, { type: 'rights.revoke', operationId, grantId }, 'rights-changed', async (grant, unit) => {
    if (grant.state !== 'granted') return fail('invalid', 'only what was granted can be taken back');
    const proved = await proofOf(unit, grant, given);
    if (!proved.ok) return proved;
    const history = withEvent(grant, { at: unit.now, event: 'revoked', proof: proved.value });
    return ok({ ...grant, state: 'revoked', revokedAt: unit.now, history });
  });

export const editRights: Service<'rights.edit'> = ({ operationId, grantId, changes }, call) =>
  change(call, { type: 'rights.edit', operationId, grantId }, 'rights-changed', (grant, unit) => {
    const { creditLine, from, until, scopes, note, inUse } = changes;
    const changed = <T>(value: T | null | undefined, before: T | undefined) =>
      value === undefined ? before : (value ?? undefined);
    const next = without({
      ...grant,
      creditLine: changed(creditLine, grant.creditLine),
      from: changed(from, grant.from),
      until: changed(until, grant.until),
      note: changed(note?.trim() === '' ? null : note, grant.note),
      scopes: scopes ? inOrder(scopes) : grant.scopes,
      inUse: inUse ? inOrder(inUse) : grant.inUse,
    });
    if (next.scopes.some((scope) => !grant.scopes.includes(scope)))
      return fail('invalid', 'more than was allowed needs an answer of its own');
    if (next.from !== undefined && next.until !== undefined && next.until < next.from)
      return fail('invalid', 'the last day is before the first');
    const terms = ({ from, until, scopes, creditLine }: RightsGrant) => ({ from, until, scopes, creditLine });
    if (sameValue(terms(next), terms(grant))) return ok(next);
    const event = { at: unit.now, event: 'edited' as const, ...terms(next), creditLine: undefined };
    return ok({ ...next, history: withEvent(grant, event) });
  });

/** Removes a permission that should not be there, with its pictures. */
export const removeRights: Service<'rights.remove'> = ({ operationId, grantId }, call) =>
  writeOnce<Nothing>(
    call,
    {
      type: 'rights.remove',
      operationId,
      stores: ['rightsGrants', 'crops'],
      collections: ['rights'],
    },
    async (unit) => {
      if (!(await unit.get('rightsGrants', grantId))) return fail('not-found', 'no permission of that id');
      await removeGrant(unit, grantId);
      await unit.log('rights-changed', grantId);
      return ok({});
    },
  );
