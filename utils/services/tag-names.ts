import { newId } from '../domain/new-id.ts';
import type { Tag } from '../domain/tag.ts';
import type { SwiftWriter } from '../storage/swift-operation.ts';
import type { Unit } from '../storage/unit-of-work.ts';

/** Names of the colours that tags take in turn; what each looks like in light and dark is the design's. */
export const tagColours = ['blue', 'green', 'amber', 'red', 'violet', 'teal', 'pink', 'grey'] as const;

/** A name as it is compared: two that read the same are the same. */
export const sameName = (name: string) => name.trim().normalize('NFC').toLowerCase();

/** The ids of tags by their names, each once and in order, and the tags that have to be made for it. */
function planTags(
  tags: readonly Tag[],
  names: readonly string[],
  at: string,
  now: Date,
): { ids: string[]; made: Tag[] } {
  const known = new Map(tags.map((tag) => [sameName(tag.name), tag]));
  const ids = new Set<string>();
  const made: Tag[] = [];
  for (const name of names) {
    let tag = known.get(sameName(name));
    if (!tag) {
      tag = newTag(name, known.size, at, now);
      made.push(tag);
      known.set(sameName(name), tag);
    }
    ids.add(tag.id);
  }
  return { ids: [...ids], made };
}

/** The ids of tags by their names, each once and in order; a name that is not yet a tag becomes one. */
export async function tagIdsOf(unit: Unit, names: readonly string[], now: Date): Promise<string[]> {
  const { ids, made } = planTags(await unit.all('tags'), names, unit.now, now);
  for (const tag of made) await unit.put('tags', tag);
  return ids;
}

/** The same in a step of a batch. */
export async function tagIdsInStep(
  step: Pick<SwiftWriter, 'all' | 'add' | 'now'>,
  names: readonly string[],
  now: Date,
): Promise<string[]> {
  const { ids, made } = planTags(await step.all('tags'), names, step.now, now);
  for (const tag of made) step.add('tags', tag);
  return ids;
}

/**
 * A tag of that name.
 * @param count how many tags there are: colours go round
 * @param at time of the change, ISO; `now` the same, for the id
 */
export function newTag(name: string, count: number, at: string, now: Date): Tag {
  const colour = tagColours[count % tagColours.length] ?? tagColours[0];
  return {
    id: newId(now.getTime()),
    createdAt: at,
    updatedAt: at,
    name: name.trim().normalize('NFC'),
    colour,
  };
}
