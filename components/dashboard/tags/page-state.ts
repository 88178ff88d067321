/** In the place of a tag: everything that was tagged. */
export const everything = 'all';

export interface TagsState {
  /** whose items are shown: the id of a tag, or `everything`; empty: the tags themselves */
  tag: string;
}

/** What `#/tags?…` says. */
export function readTags(query: URLSearchParams): TagsState {
  return { tag: query.get('tag') ?? '' };
}

export function tagsHash({ tag }: TagsState): string {
  return tag ? `#/tags?${new URLSearchParams({ tag })}` : '#/tags';
}
