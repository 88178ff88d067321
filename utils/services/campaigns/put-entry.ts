import type { Entry, SeenEntry } from '../../domain/campaign.ts';
import { identityKeys } from '../../domain/creator.ts';
import { newId } from '../../domain/new-id.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Unit } from '../../storage/unit-of-work.ts';

/** The part of a key that a site's own id makes, such as `youtube:comment:#UgX`; undefined where it gave none. */
const named = (keys: readonly string[]) => keys.find((key) => /^[^:]*:[^:]*:#/.test(key));

/**
 * The same entry in a campaign: by any key, unless the site names both and names them differently ("done" twice by one person).
 * @param keys the surest first
 */
export async function sameEntry(
  reader: Reader,
  campaignId: string,
  keys: readonly string[],
): Promise<Entry | undefined> {
  const own = named(keys);
  for (const key of keys) {
    const found = (await reader.list('entries', 'keys', key)).find((entry) => {
      const theirs = named(entry.keys);
      return entry.campaignId === campaignId && (!own || !theirs || own === theirs);
    });
    if (found) return found;
  }
  return undefined;
}

/** Puts an entry that was not there before. */
export async function putEntry(
  unit: Unit,
  seen: Omit<SeenEntry, 'kind'> & Pick<Entry, 'kind'>,
  place: Pick<Entry, 'campaignId' | 'itemId'>,
): Promise<void> {
  await unit.put('entries', {
    id: newId(Date.parse(unit.now)),
    createdAt: unit.now,
    updatedAt: unit.now,
    ...place,
    ...seen,
    authorKeys: identityKeys(seen.author),
    byHand: {},
  });
}
