import { asList, at, type Data, dataWith, isData, objectsIn } from '../shared/state.ts';
import { sameHandle } from '../shared/text.ts';

/** A post as the page's data holds it. */
export interface Found {
  post: Data;
  /** the post that this one answers, where the data says so */
  parent?: Data;
}

/** The posts of one thread: its first post and what follows below it in the same column. */
function itemsOf(thread: unknown): Data[] {
  return asList(at(thread, 'thread_items'))
    .map((item) => at(item, 'post'))
    .filter(isData);
}

/** The threads of one answer of the site, in page order: the list form of today and the form of 2023, with the post's own thread apart. */
function threadsIn(object: Data): unknown[] | undefined {
  if (Array.isArray(object.edges)) {
    const nodes = object.edges.map((edge) => at(edge, 'node'));
    return nodes.some((node) => Array.isArray(at(node, 'thread_items'))) ? nodes : undefined;
  }
  if (isData(object.containing_thread)) return [object.containing_thread, ...asList(object.reply_threads)];
  return undefined;
}

/**
 * The post with a code and the answers below it. Other people's posts that the page recommends stand in lists that do not hold this post,
 * and posts above it in its own thread are what it answers.
 */
export function threadOf(document: Document, code: string): { post: Data; replies: Found[] } | undefined {
  for (const data of dataWith(document, 'thread_items', `"${code}"`)) {
    for (const object of objectsIn(data, (each) => threadsIn(each) !== undefined)) {
      const threads = (threadsIn(object) ?? []).map(itemsOf);
      const own = threads.findIndex((items) => items.some((post) => post.code === code));
      const items = threads[own];
      if (!items) continue;
      const place = items.findIndex((post) => post.code === code);
      const post = items[place];
      if (!post || !isData(post.user)) continue;
      const below = items
        .slice(place + 1)
        .map((each, index): Found => ({ post: each, parent: items[place + index] ?? post }));
      const others = threads.slice(own + 1).flatMap((list) =>
        list.map((each, index): Found => {
          const parent = list[index - 1];
          return parent ? { post: each, parent } : { post: each };
        }),
      );
      // What directly follows the post answers the post itself: that needs no saying.
      return {
        post,
        replies: [...below, ...others].map((found) => (found.parent === post ? { post: found.post } : found)),
      };
    }
  }
  return undefined;
}

/** The profile's own user object: authors in the timeline have the same name but no count of followers. */
export function userOf(document: Document, handle: string): Data | undefined {
  const name = handle.toLowerCase();
  return dataWith(document, `"${name}"`, 'follower_count')
    .flatMap((data) =>
      objectsIn(data, (object) => sameHandle(object.username, name) && 'follower_count' in object),
    )
    .sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0];
}

/** The words of a post or biography that came in pieces. */
export function joined(fragments: unknown): string | undefined {
  const text = asList(at(fragments, 'fragments'))
    .map((piece) => at(piece, 'plaintext'))
    .filter((piece) => typeof piece === 'string')
    .join('');
  return text || undefined;
}

/** A count of the data: a number, or its digits; any other text is none. */
export function whole(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  return typeof value === 'number' ? value : undefined;
}
