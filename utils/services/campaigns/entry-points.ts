import type { Campaign, Entry } from '../../domain/campaign.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { stillHas } from '../fans/fan-effect.ts';
import { addFanPoints, fanStores, moveFanPoints, takeFanPoints } from '../fans/fan-points.ts';
import type { Effect } from '../items/effects.ts';
import { findItem } from '../items/find-item.ts';
import { sameEntries } from './put-entry.ts';

/** What counting an entry may touch. */
export const entryPointStores: StoreName[] = [...fanStores, 'entries', 'items', 'tags'];

/** Whether something written has counted as taking part: as a tagged item or as an entry of any campaign. */
async function hasCounted(reader: Reader, keys: readonly string[]): Promise<boolean> {
  const sources = new Set<string>();
  for (const { id, itemId } of await sameEntries(reader, keys)) {
    sources.add(id);
    if (itemId !== undefined) sources.add(itemId);
  }
  const item = await findItem(reader, keys);
  if (item) sources.add(item.id);
  for (const id of sources) {
    const points = await reader.list('fanPoints', 'sourceId', id);
    if (points.some(({ why }) => why === 'giveaway')) return true;
  }
  return false;
}

/** Whether their author has another entry in its campaign, collected or tagged. */
async function isCopy(reader: Reader, { id, campaignId, authorKeys }: Entry): Promise<boolean> {
  for (const key of authorKeys) {
    const theirs = await reader.list('entries', 'authorKeys', key);
    if (theirs.some((other) => other.id !== id && other.campaignId === campaignId)) return true;
  }
  return false;
}

/**
 * Gives points for an entry that came in with all others on a page, as one that is tagged gives them: once for what was written, by whichever
 * way and into however many campaigns it came. Where the rules say one entry for each person, who wrote forty times took part once.
 * @param entry as it was just put
 */
export async function countEntry(unit: Unit, { oneEach }: Campaign, entry: Entry): Promise<void> {
  if (oneEach && (await isCopy(unit, entry))) return;
  if (await hasCounted(unit, entry.keys)) return;
  const { author, id: sourceId } = entry;
  await addFanPoints(unit, { author, why: 'giveaway', sourceId, collected: true });
}

/** Points beside what a tag does: who takes part likes us as well. What was collected has counted, and goes on counting without the tag. */
export function entryPoints(effect: Effect): Effect {
  return {
    stores: [...new Set([...effect.stores, ...entryPointStores])],
    async put(tagging) {
      const { unit, item } = tagging;
      const { author, id: sourceId } = item;
      const answer = await effect.put(tagging);
      if (author && !(await hasCounted(unit, item.keys)))
        await addFanPoints(unit, { author, why: 'giveaway', sourceId });
      return answer;
    },
    async takenOff(tagging) {
      const { unit, item } = tagging;
      await effect.takenOff(tagging);
      if (await stillHas(unit, item, 'giveaway')) return;
      const [left] = await sameEntries(unit, item.keys);
      if (left) await moveFanPoints(unit, { why: 'giveaway', from: item.id, to: left.id });
      else await takeFanPoints(unit, { why: 'giveaway', sourceId: item.id });
    },
  };
}
