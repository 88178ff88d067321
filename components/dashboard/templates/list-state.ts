import { type PlatformId, platformIds } from '../../../utils/domain/platform.ts';

/** Which templates are shown. `review`: their day to be looked at has come. */
export const shelves = ['current', 'review', 'drafts', 'archived'] as const;
export type Shelf = (typeof shelves)[number];
export const sorts = ['used', 'changed', 'title', 'last-used'] as const;
export type TemplateSort = (typeof sorts)[number];

/** What the list shows, as its address says it. */
export interface ListState {
  text: string;
  shelf: Shelf;
  sort: TemplateSort;
  /** everything below it; null: all folders */
  folder: string | null;
  tags: readonly string[];
  /** offered on one of these; those for every site are always among them */
  platforms: readonly PlatformId[];
}

const longest = 500;

/** Reads the part of an address behind `?`; what it does not know is left out. */
export function readList(query: URLSearchParams): ListState {
  const list = (name: string) => (query.get(name) ?? '').split('\t').filter(Boolean).slice(0, 50);
  return {
    text: (query.get('q') ?? '').slice(0, longest),
    shelf: shelves.find((one) => one === query.get('show')) ?? 'current',
    sort: sorts.find((one) => one === query.get('sort')) ?? 'used',
    folder: query.get('folder')?.slice(0, longest) ?? null,
    tags: list('tag'),
    platforms: platformIds.filter((id) => list('site').includes(id)),
  };
}

export function listHash(state: ListState): string {
  const query = new URLSearchParams();
  if (state.text) query.set('q', state.text);
  if (state.shelf !== 'current') query.set('show', state.shelf);
  if (state.sort !== 'used') query.set('sort', state.sort);
  if (state.folder !== null) query.set('folder', state.folder);
  if (state.tags.length) query.set('tag', state.tags.join('\t'));
  if (state.platforms.length) query.set('site', state.platforms.join('\t'));
  const text = query.toString();
  return text ? `#/templates?${text}` : '#/templates';
}

export const isPlain = ({ text, folder, tags, platforms }: ListState): boolean =>
  !text && folder === null && tags.length === 0 && platforms.length === 0;
