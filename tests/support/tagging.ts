import type { SeenItem } from '../../utils/domain/item.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { Tag, TagDetails } from '../../utils/domain/tag.ts';
import type { StarterTag } from '../../utils/domain/tag-effect.ts';
import type { TaggedAnswer } from '../../utils/messaging/protocol/tags.ts';
import { chooseTags } from '../../utils/services/items/choose-tags.ts';
import { tagOneItem } from '../../utils/services/items/handlers.ts';
import { saveTag } from '../../utils/services/items/save-tag.ts';
import { good, type Machine } from './memory-notebook.ts';

/** Tags with their use, in the order of the picker. */
export const choices = async (machine: Machine) => good(await chooseTags({}, machine.call())).tags;

/** A tag of the default set. */
export async function starter(machine: Machine, name: StarterTag): Promise<Tag> {
  const found = (await choices(machine)).find(({ tag }) => tag.starter === name);
  if (!found) throw new Error(`no tag ${name}`);
  return found.tag;
}

/** Makes a tag. */
export async function makeTag(machine: Machine, details: Partial<TagDetails> = {}): Promise<Tag> {
  const input = { operationId: newId(), details: { name: 'Glaze', colour: 'blue', ...details } };
  return good(await saveTag(input, machine.call()));
}

/** Tags something that is on the screen. */
export async function put(
  machine: Machine,
  item: SeenItem | { itemId: string },
  tags: readonly Tag[],
  { remove = [], operationId = newId() }: { remove?: readonly Tag[]; operationId?: string } = {},
): Promise<TaggedAnswer> {
  const ids = (of: readonly Tag[]) => of.map(({ id }) => id);
  return good(await tagOneItem({ operationId, item, add: ids(tags), remove: ids(remove) }, machine.call()));
}
