import type { Tag } from '../../../utils/domain/tag.ts';

/** A tag in the picker with what is known of its use. */
export interface TagChoice {
  tag: Tag;
  used: number;
}

/** How names are compared: without regard to case, width and composed letters. */
const compared = (text: string) => text.normalize('NFKC').toLocaleLowerCase().trim();

/**
 * The tags to choose from: without those that are offered no more, unless the item carries them; suggested ones first, the others in the
 * order in which they came (those used last first).
 */
export function offeredTags(
  choices: readonly TagChoice[],
  tagIds: readonly string[],
  suggested: readonly string[],
): TagChoice[] {
  const offered = choices.filter(({ tag }) => !tag.retired || tagIds.includes(tag.id));
  const first = suggested.flatMap((id) => offered.find(({ tag }) => tag.id === id) ?? []);
  return [...first, ...offered.filter((choice) => !first.includes(choice))];
}

/** Those whose name holds what was typed; names that begin with it first. */
export function searchTags(choices: readonly TagChoice[], query: string): TagChoice[] {
  const wanted = compared(query);
  if (wanted === '') return [...choices];
  const found = choices.filter(({ tag }) => compared(tag.name).includes(wanted));
  const begins = ({ tag }: TagChoice) => compared(tag.name).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}

/** The name that a new tag would get from what was typed; null where there is none, or a tag of that name. */
export function newName(
  choices: readonly TagChoice[],
  names: readonly string[],
  query: string,
): string | null {
  const name = query.replace(/\s+/g, ' ').trim();
  const same = (other: string) => compared(other) === compared(name);
  return name === '' || name.length > 60 || choices.some(({ tag }) => same(tag.name)) || names.some(same)
    ? null
    : name;
}

/** What has to be done for the tags that were turned on and off. */
export function changesOf(
  tagIds: readonly string[],
  turned: ReadonlyMap<string, boolean>,
): { add: string[]; remove: string[] } {
  const add: string[] = [];
  const remove: string[] = [];
  for (const [id, on] of turned) {
    if (on && !tagIds.includes(id)) add.push(id);
    if (!on && tagIds.includes(id)) remove.push(id);
  }
  return { add, remove };
}

/** The tag that a key chooses, while nothing is searched. Capital letters search: many names begin with a letter that is a key. */
export function tagOfKey(choices: readonly TagChoice[], key: string): Tag | undefined {
  return choices.find(({ tag }) => tag.key !== undefined && tag.key === key)?.tag;
}
