import type { Entry, SeenEntry } from '../../domain/campaign.ts';
import { identityKeys } from '../../domain/creator.ts';
import { newId } from '../../domain/new-id.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Unit } from '../../storage/unit-of-work.ts';

/** The part of a key that a site's own id makes, such as `youtube:comment:#UgX`; undefined where it gave none. */
const named = (keys: readonly string[]) => keys.find((key) => /^[^:]*:[^:]*:#/.test(key));

/** Whether an entry under one of the keys can be the one with these: not where the site names both and names them differently. */
function mayBe(keys: readonly string[], entry: Entry): boolean {
  const [own, theirs] = [named(keys), named(entry.keys)];
  return !own || !theirs || own === theirs;
}

/**
 * The same entry in a campaign: by any key, unless the site names both and names them differently ("done" twice by one person).
 * @param keys the surest first
 */
export async function sameEntry(
  reader: Reader,
  campaignId: string,
  keys: readonly string[],
): Promise<Entry | undefined> {
  for (const key of keys) {
    const found = (await reader.list('entries', 'keys', key)).find(
      (entry) => entry.campaignId === campaignId && mayBe(keys, entry),
    );
    if (found) return found;
  }
  return undefined;
}

/** The entries that one thing written is, in whichever campaigns. @param keys the surest first */
export async function sameEntries(reader: Reader, keys: readonly string[]): Promise<Entry[]> {
  const lists = await Promise.all(keys.map((key) => reader.list('entries', 'keys', key)));
  const found = new Map(lists.flat().map((entry) => [entry.id, entry]));
  return [...found.values()].filter((entry) => mayBe(keys, entry));
}

/** Puts an entry that was not there before. @returns it */
export async function putEntry(
  unit: Unit,
  seen: Omit<SeenEntry, 'kind'> & Pick<Entry, 'kind'>,
  place: Pick<Entry, 'campaignId' | 'itemId'>,
): Promise<Entry> {
  const entry: Entry = {
    id: newId(Date.parse(unit.now)),
    createdAt: unit.now,
    updatedAt: unit.now,
    ...place,
    ...seen,
    authorKeys: identityKeys(seen.author),
    byHand: {},
  };
  await unit.put('entries', entry);
  return entry;
}
