import type { Item } from '../../domain/item.ts';
import type { TagEffect } from '../../domain/tag-effect.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Effect } from '../items/effects.ts';
import { addFanPoints, fanStores, takeFanPoints } from './fan-points.ts';

/** Whether another tag on the item still does the same: what follows from it stays then. */
export async function stillHas(unit: Unit, { tagIds }: Item, effect: TagEffect): Promise<boolean> {
  const tags = await Promise.all(tagIds.map((id) => unit.get('tags', id)));
  return tags.some((tag) => tag?.effect === effect);
}

/** Points beside what an effect does: who shows us in a picture likes us as well. */
export function alsoPoints(effect: Effect, does: TagEffect, why: 'ugc'): Effect {
  return {
    stores: [...effect.stores, ...fanStores],
    async put(tagging) {
      const { unit, item } = tagging;
      const answer = await effect.put(tagging);
      if (item.author) await addFanPoints(unit, { author: item.author, why, sourceId: item.id });
      return answer;
    },
    async takenOff(tagging) {
      const { unit, item } = tagging;
      await effect.takenOff(tagging);
      if (!(await stillHas(unit, item, does))) await takeFanPoints(unit, { why, sourceId: item.id });
    },
  };
}

/** The author gets a point, once however many such tags the item carries; with the last of them it goes again. */
export const fanEffect: Effect = {
  stores: fanStores,
  async put({ unit, item }) {
    if (item.author) await addFanPoints(unit, { author: item.author, why: 'tagged', sourceId: item.id });
    return undefined;
  },
  async takenOff({ unit, item }) {
    if (await stillHas(unit, item, 'fan')) return;
    await takeFanPoints(unit, { why: 'tagged', sourceId: item.id });
  },
};
