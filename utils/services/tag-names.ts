import type { Tag } from '../domain/creator.ts';
import { newId } from '../domain/new-id.ts';
import type { Unit } from '../storage/unit-of-work.ts';

/** Names of the colours that tags take in turn; what each looks like in light and dark is the design's. */
export const tagColours = ['blue', 'green', 'amber', 'red', 'violet', 'teal', 'pink', 'grey'] as const;

/** Two tags that read the same are the same. */
const sameName = (name: string) => name.trim().normalize('NFC').toLowerCase();

/** The ids of tags by their names, each once and in order; a name that is not yet a tag becomes one. */
export async function tagIdsOf(unit: Unit, names: readonly string[], now: Date): Promise<string[]> {
  const tags = new Map((await unit.all('tags')).map((tag) => [sameName(tag.name), tag]));
  const ids = new Set<string>();
  for (const name of names) {
    let tag = tags.get(sameName(name));
    if (!tag) {
      tag = newTag(name, tags.size, unit.now, now);
      await unit.put('tags', tag);
      tags.set(sameName(name), tag);
    }
    ids.add(tag.id);
  }
  return [...ids];
}

function newTag(name: string, count: number, at: string, now: Date): Tag {
  const colour = tagColours[count % tagColours.length] ?? tagColours[0];
  return {
    id: newId(now.getTime()),
    createdAt: at,
    updatedAt: at,
    name: name.trim().normalize('NFC'),
    colour,
  };
}
