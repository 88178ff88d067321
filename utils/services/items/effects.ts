import type { Item } from '../../domain/item.ts';
import type { Tag } from '../../domain/tag.ts';
import type { TagEffect } from '../../domain/tag-effect.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { entryPoints } from '../campaigns/entry-points.ts';
import { giveawayEffect } from '../campaigns/giveaway-effect.ts';
import { caseEffect } from '../cases/case-effect.ts';
import { alsoPoints, fanEffect } from '../fans/fan-effect.ts';
import { ugcEffect } from '../rights/ugc-effect.ts';

/** What an effect works on: inside the one transaction of the tagging, so that undo takes all of it back together. */
export interface Tagging {
  unit: Unit;
  now: Date;
  /** as it stands after the tagging */
  item: Item;
  tag: Tag;
}

/** What follows when a tag of one effect is put on an item or taken off. */
export interface Effect {
  /** what it may touch beside items and tags */
  stores: readonly StoreName[];
  /** @returns the case that was opened or brought back, where one was */
  put(tagging: Tagging): Promise<{ caseId?: string } | undefined>;
  takenOff(tagging: Tagging): Promise<void>;
}

const nothing: Effect = { stores: [], put: async () => undefined, takenOff: async () => {} };

/** The only list of what the effects do. `spam` stands in the item itself (`spamKeys`). */
export const effects: Record<TagEffect, Effect> = {
  plain: nothing,
  idea: nothing,
  spam: nothing,
  case: caseEffect,
  ugc: alsoPoints(ugcEffect, 'ugc', 'ugc'),
  fan: fanEffect,
  giveaway: entryPoints(giveawayEffect),
};

/** Every store that tagging may touch. */
export const effectStores: StoreName[] = [...new Set(Object.values(effects).flatMap(({ stores }) => stores))];
