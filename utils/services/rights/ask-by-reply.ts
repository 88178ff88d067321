import type { SeenItem } from '../../domain/item.ts';
import type { RightsGrant } from '../../domain/rights.ts';
import { withoutAsking } from '../../domain/rights-history.ts';
import type { RightsScope } from '../../domain/rights-state.ts';
import { isWaiting } from '../../domain/rights-use.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { findItem } from '../items/find-item.ts';
import { tagItem, tagItemStores } from '../items/tag-item.ts';
import { asAsked } from './change-rights.ts';
import { grantOfItem, grantOfKeys } from './ugc-effect.ts';

/** What noting a question touches. */
export const askStores: StoreName[] = [...new Set<StoreName>(['rightsGrants', 'crops', ...tagItemStores])];

interface Asking {
  unit: Unit;
  now: Date;
  /** what the reply answers; absent: a message, or a comment on the page as such */
  answered?: SeenItem | undefined;
}

async function known(unit: Unit, seen: SeenItem): Promise<RightsGrant | undefined> {
  const item = await findItem(unit, seen.keys);
  return (item && (await grantOfItem(unit, item))) ?? grantOfKeys(unit, seen.keys);
}

/** Who is asked is a candidate, tagged so or not: what was asked must not be lost. Nobody who asked not to be stored. */
async function candidate({ unit, now }: Asking, seen: SeenItem): Promise<RightsGrant | undefined> {
  const tag = (await unit.all('tags')).find(({ effect, retired }) => effect === 'ugc' && !retired);
  if (!tag) return undefined;
  const tagged = await tagItem(unit, { seen, add: [tag.id], remove: [], now });
  return tagged.ok ? known(unit, seen) : undefined;
}

/** Notes that a reply asked for permission. @returns whether it is known for what */
export async function askByReply(asking: Asking, scopes: readonly RightsScope[]): Promise<boolean> {
  const { unit, answered } = asking;
  if (!answered) return false;
  const grant = (await known(unit, answered)) ?? (await candidate(asking, answered));
  if (!grant) return false;
  // a question put once more, to be kind or after a while, is for what both name
  const before = isWaiting(grant) ? grant.askedScopes : [];
  const next = asAsked(grant, { scopes: [...before, ...scopes], at: unit.now });
  await unit.put('rightsGrants', { ...next, updatedAt: unit.now });
  await unit.log('rights-asked', grant.id);
  return true;
}

/** The reply was taken out of the editor again: nobody was asked. @param at when the reply was noted */
export async function takeAskingBack(unit: Unit, at: string): Promise<void> {
  for (const grant of await unit.list('rightsGrants', 'askedAt', at)) {
    const back = withoutAsking(grant, at);
    if (!back) continue;
    await unit.put('rightsGrants', { ...back, updatedAt: unit.now });
    await unit.log('rights-changed', grant.id);
  }
}
