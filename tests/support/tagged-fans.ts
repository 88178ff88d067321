import type { ItemAuthor, SeenItem } from '../../utils/domain/item.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { ok } from '../../utils/domain/result.ts';
import type { Tag } from '../../utils/domain/tag.ts';
import type { TagEffect } from '../../utils/domain/tag-effect.ts';
import { fanStores } from '../../utils/services/fans/fan-points.ts';
import { tagItem, tagItemStores } from '../../utils/services/items/tag-item.ts';
import { runOperation, type Unit } from '../../utils/storage/unit-of-work.ts';
import { databaseOf, good, type Machine } from './memory-notebook.ts';

/** A comment of an invented person, as a page shows it. */
export function commentOf(author: ItemAuthor | undefined, changes: Partial<SeenItem> = {}): SeenItem {
  const id = newId();
  return {
    kind: 'comment',
    platform: 'instagram',
    keys: [`instagram:comment:#${id}`],
    url: `https://www.instagram.com/p/C9/c/${id}/`,
    text: 'love it',
    ...(author ? { author } : {}),
    ...changes,
  };
}

/** A tag that does something. */
export const tagThat = (effect: TagEffect, name: string = effect): Tag => ({
  id: newId(),
  createdAt: '2026-03-10T09:00:00.000Z',
  updatedAt: '2026-03-10T09:00:00.000Z',
  name,
  colour: 'blue',
  effect,
});

/** Runs something in one operation of the notebook. @returns the operation's id, for an undo */
export async function within(machine: Machine, work: (unit: Unit) => Promise<unknown>): Promise<string> {
  const id = newId();
  const stores = [...new Set([...tagItemStores, ...fanStores])];
  const request = { id, type: 'item.tag', now: machine.clock.now };
  good(
    await runOperation(await databaseOf(machine), request, stores, async (unit) => {
      await work(unit);
      return ok({});
    }),
  );
  return id;
}

/** Puts a tag on an item, or takes it off, with what follows from it. @returns the operation's id */
export async function tagging(machine: Machine, seen: SeenItem, tag: Tag, on = true): Promise<string> {
  const database = await databaseOf(machine);
  if (!(await database.get('tags', tag.id))) await database.put('tags', tag);
  const now = machine.clock.now;
  const [add, remove] = on ? [[tag.id], []] : [[], [tag.id]];
  return within(machine, (unit) => tagItem(unit, { seen, add, remove, now }));
}
