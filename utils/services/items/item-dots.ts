import { identityKeys } from '../../domain/creator.ts';
import type { PlatformId } from '../../domain/platform.ts';
import { mostDots, type TagColour, tagColours } from '../../domain/tag-effect.ts';
import type { Reader } from '../../storage/reader.ts';
import type { StoreName } from '../../storage/schema.ts';
import { findAllItems, findStores } from './find-item.ts';

/** Stores that dots are read from. */
export const dotStores: StoreName[] = [...findStores, 'tags'];

/** Somebody as a page names them. */
interface SeenAuthor {
  platform: PlatformId;
  handle: string;
  stableId?: string | undefined;
}

const isColour = (colour: string): colour is TagColour => (tagColours as readonly string[]).includes(colour);

/**
 * The colours of the tags of a screen's items, in their order; at most `mostDots` each, none for an item that was never tagged. All are
 * asked for at once by index, and every tag is read once.
 * @param platform of the page: keys of another one are not looked up, whoever sends them
 */
export async function dotsOf(
  reader: Reader,
  platform: PlatformId,
  items: readonly { keys: readonly string[] }[],
): Promise<TagColour[][]> {
  const own = (keys: readonly string[]) => keys.filter((key) => key.startsWith(`${platform}:`));
  const found = await findAllItems(
    reader,
    items.map(({ keys }) => own(keys)),
  );
  const tagIds = found.map((same) => [...new Set(same.flatMap((item) => item.tagIds))]);
  const wanted = [...new Set(tagIds.flat())];
  const tags = await Promise.all(wanted.map((id) => reader.get('tags', id)));
  const colours = new Map(tags.flatMap((tag) => (tag ? [[tag.id, tag.colour] as const] : [])));
  return tagIds.map((ids) =>
    ids
      .flatMap((id) => colours.get(id) ?? [])
      .map((colour) => (isColour(colour) ? colour : 'grey'))
      .slice(0, mostDots),
  );
}

/**
 * Whether something that each of these people wrote is tagged as spam. A handle alone counts only where it does not lead to another
 * stable id: it may be somebody else's by now.
 * @param reader over `items`
 */
export async function spamAuthors(reader: Reader, authors: readonly SeenAuthor[]): Promise<boolean[]> {
  // in most notebooks nobody is: one question instead of one for each name of a screen
  if ((await reader.edge('items', 'spamKeys', 'first')) === undefined) return authors.map(() => false);
  // a handle stands under the keys of those who have an id as well: one question each, and a second one for the renamed
  const handles = authors.map(({ platform, handle }) => identityKeys({ platform, handle })[0] ?? '');
  const byHandle = await reader.listEach('items', 'spamKeys', handles, 5);
  const marked = authors.map(({ stableId }, at) =>
    (byHandle[at] ?? []).some(
      ({ author }) =>
        author?.stableId === undefined || stableId === undefined || author.stableId === stableId,
    ),
  );
  const renamed = authors.flatMap(({ platform, handle, stableId }, at) =>
    marked[at] || stableId === undefined
      ? []
      : [{ at, key: identityKeys({ platform, handle, stableId })[0] ?? '' }],
  );
  const byId = await reader.listEach(
    'items',
    'spamKeys',
    renamed.map(({ key }) => key),
    1,
  );
  for (const [place, { at }] of renamed.entries()) marked[at] ||= (byId[place] ?? []).length > 0;
  return marked;
}
