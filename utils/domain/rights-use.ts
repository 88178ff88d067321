import { localDay } from './day.ts';
import type { Day } from './record.ts';
import type { RightsGrant } from './rights.ts';
import { type RightsScope, type RightsStand, rightsScopes, type UseReason } from './rights-state.ts';

/** What of a grant decides what may be done. */
export type Permission = Pick<RightsGrant, 'state' | 'askedScopes' | 'scopes' | 'inUse'> &
  Partial<Pick<RightsGrant, 'from' | 'until' | 'askedAt' | 'answeredAt' | 'revokedAt'>>;

/** How a permission stands on a day. It holds through the whole of its last day. */
export function standOf({ state, until }: Pick<Permission, 'state' | 'until'>, today: Day): RightsStand {
  return state === 'granted' && until !== undefined && until < today ? 'expired' : state;
}

/** Whether a question is open: asked, and not answered since. */
export function isWaiting({ askedAt, answeredAt }: Pick<Permission, 'askedAt' | 'answeredAt'>): boolean {
  return askedAt !== undefined && (answeredAt === undefined || answeredAt < askedAt);
}

export interface UseAnswer {
  scope: RightsScope;
  may: boolean;
  why: UseReason;
  /** what `why` speaks of */
  day?: Day;
}

const dayOf = (time: string | undefined) => (time === undefined ? {} : { day: localDay(new Date(time)) });

/** "May I use this in ads?" on a day. Only an explicit yes for this scope, within its days, is one. */
export function mayUse(grant: Permission, scope: RightsScope, today: Day): UseAnswer {
  const no = (why: UseReason, day: { day?: Day } = {}): UseAnswer => ({ scope, may: false, why, ...day });
  if (grant.state === 'revoked') return no('revoked', dayOf(grant.revokedAt));
  const allowed = grant.state === 'granted' && grant.scopes.includes(scope);
  if (allowed && grant.until !== undefined && grant.until < today) return no('expired', { day: grant.until });
  if (allowed && grant.from !== undefined && grant.from > today) return no('not-yet', { day: grant.from });
  if (allowed)
    return grant.until === undefined
      ? { scope, may: true, why: 'granted' }
      : { scope, may: true, why: 'until', day: grant.until };
  if (isWaiting(grant) && grant.askedScopes.includes(scope)) return no('waiting', dayOf(grant.askedAt));
  if (grant.state === 'declined') return no('declined', dayOf(grant.answeredAt));
  return no(grant.state === 'granted' && grant.askedScopes.includes(scope) ? 'not-included' : 'not-asked');
}

/** The answer for every scope, in their order. */
export function mayUseEach(grant: Permission, today: Day): UseAnswer[] {
  return rightsScopes.map((scope) => mayUse(grant, scope, today));
}

/**
 * From which day on what is in use lacks its right: '' where it lacks it already whatever the day, the last day of the permission where it has
 * one (it lacks it from the day after), null where it is not in use or may be without end.
 */
export function usedUntil(grant: Permission): Day | '' | null {
  if (grant.inUse.length === 0) return null;
  if (grant.state !== 'granted' || grant.inUse.some((scope) => !grant.scopes.includes(scope))) return '';
  return grant.until ?? null;
}

/** Whether something is in use without a right on a day. */
export function isOverdue(grant: Permission, today: Day): boolean {
  const until = usedUntil(grant);
  return until !== null && until < today;
}

/** Whether anything in it could show that permission was given. A space is no word. */
export function isProof(proof: {
  quote?: string | undefined;
  url?: string | undefined;
  cropId?: string | undefined;
}): boolean {
  return Boolean(proof.quote?.trim() || proof.url || proof.cropId);
}

/** On these a mention names the shown name, elsewhere the handle. */
const byShownName: readonly string[] = ['weibo', 'xiaohongshu', 'douyin', 'bilibili', 'tieba', 'wechat'];

/** How an author is credited where nothing else was agreed: an 艾特 of the account. Empty without an author. */
export function creditOf(
  author: { platform: string; handle: string; displayName?: string | undefined } | undefined,
): string {
  if (!author) return '';
  const { platform, handle, displayName } = author;
  const name = byShownName.includes(platform) ? (displayName ?? handle) : handle;
  return `@${name.trim().replace(/^[@＠]+/, '')}`.slice(0, 300);
}

/** What of one thing tells it, the surest first; see `item-keys.ts`. */
const marks = ['#', '=', '~'] as const;
const markedOf = (keys: readonly string[], mark: string) =>
  keys.filter((key) => key.split(':')[2]?.startsWith(mark));

/**
 * Whether two sets of item keys mean the same thing: decided by the surest mark that both have. Two comments "😍" of one person share the
 * weakest one and are two as soon as the site numbers them.
 */
export function sameThing(one: readonly string[], other: readonly string[]): boolean {
  for (const mark of marks) {
    const [a, b] = [markedOf(one, mark), markedOf(other, mark)];
    if (a.length > 0 && b.length > 0) return a.some((key) => b.includes(key));
  }
  return one.some((key) => other.includes(key));
}
