import type { Item } from '../../domain/item.ts';
import { newId } from '../../domain/new-id.ts';
import type { RightsGrant } from '../../domain/rights.ts';
import { sameThing } from '../../domain/rights-use.ts';
import type { Reader } from '../../storage/reader.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Effect } from '../items/effects.ts';

/** Of an item only what was seen of it: ids, tags and marks are the notebook's. */
function subjectOf(item: Item): RightsGrant['subject'] {
  const { kind, platform, keys, url, pageKey, title, author, text, cut, publishedAt, imageUrl } = item;
  return {
    kind,
    platform,
    keys,
    url,
    ...(pageKey === undefined ? {} : { pageKey }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(text === undefined ? {} : { text }),
    ...(cut === undefined ? {} : { cut }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(imageUrl === undefined ? {} : { imageUrl }),
  };
}

/** More permissions than these under one key: it names none. */
const enough = 3;

/** The permission about what these keys mean; its item may be untagged since. */
export async function grantOfKeys(reader: Reader, keys: readonly string[]): Promise<RightsGrant | undefined> {
  for (const key of keys) {
    const same = (await reader.list('rightsGrants', 'keys', key, enough)).filter((grant) =>
      sameThing(grant.subject.keys, keys),
    );
    // author and text alone may be those of two
    if (same.length === 1) return same[0];
  }
  return undefined;
}

/** The permission of an item; one that was asked for before the item was untagged is found again. */
export async function grantOfItem(
  reader: Reader,
  item: Pick<Item, 'id' | 'keys'>,
): Promise<RightsGrant | undefined> {
  const [own] = await reader.list('rightsGrants', 'itemId', item.id, 1);
  return own ?? grantOfKeys(reader, item.keys);
}

/** Removes a permission with its pictures; undo brings all of it back. */
export async function removeGrant(unit: Unit, grantId: string): Promise<void> {
  for (const id of await unit.keys('crops', 'grantId', grantId)) await unit.remove('crops', id);
  await unit.remove('rightsGrants', grantId);
}

/** Nothing was asked, answered or written about it: it goes as it came. */
function isUntouched({ state, askedAt, answeredAt, revokedAt, note, inUse }: RightsGrant): boolean {
  return state === 'candidate' && !askedAt && !answeredAt && !revokedAt && !note && inUse.length === 0;
}

async function put(unit: Unit, item: Item): Promise<undefined> {
  const known = await grantOfItem(unit, item);
  if (known) {
    const { authorKeys } = item;
    const next = { ...known, itemId: item.id, authorKeys, subject: subjectOf(item) };
    if (!sameValue(known, next)) await unit.put('rightsGrants', { ...next, updatedAt: unit.now });
    return;
  }
  await unit.put('rightsGrants', {
    id: newId(Date.parse(unit.now)),
    createdAt: unit.now,
    updatedAt: unit.now,
    itemId: item.id,
    subject: subjectOf(item),
    authorKeys: item.authorKeys,
    state: 'candidate',
    askedScopes: [],
    scopes: [],
    inUse: [],
    history: [{ at: unit.now, event: 'candidate' }],
  });
}

async function takenOff(unit: Unit, item: Item): Promise<void> {
  const grant = await grantOfItem(unit, item);
  if (!grant || !isUntouched(grant)) return;
  // another tag of the same effect may still be on it
  const others = await Promise.all(item.tagIds.map((id) => unit.get('tags', id)));
  if (!others.some((tag) => tag?.effect === 'ugc')) await removeGrant(unit, grant.id);
}

/** A tag for UGC makes what it is put on a candidate for a permission. Taken off, nothing that was asked or answered is lost. */
export const ugcEffect: Effect = {
  stores: ['rightsGrants', 'crops', 'tags'],
  put: ({ unit, item }) => put(unit, item),
  takenOff: ({ unit, item }) => takenOff(unit, item),
};
