import {
  type CreatorFilter,
  type CreatorSort,
  defaultSort,
  dueChoices,
  sortKeys,
} from '../../../utils/domain/creator-list.ts';
import { platformIds } from '../../../utils/domain/platform.ts';
import type { Id } from '../../../utils/domain/record.ts';
import { creatorRoles, creatorStatuses } from '../../../utils/domain/vocabulary.ts';

/** What the list shows, as its address says it. */
export interface ListState {
  filter: CreatorFilter;
  sort: CreatorSort;
  /** the saved view that was chosen; the filter may have been changed since */
  viewId?: Id | undefined;
}

/** Longest search text that a saved view may hold. */
export const longestQuery = 500;

function known<V extends string>(text: string | null, values: readonly V[]): V[] | undefined {
  const chosen = (text ?? '').split(',').flatMap((one) => values.find((value) => value === one) ?? []);
  return chosen.length ? [...new Set(chosen)] : undefined;
}

/** Reads the part of the address behind `?`. What it does not know is left out: an address may come from anywhere. */
export function readList(query: URLSearchParams): ListState {
  const sort = query.get('sort') ?? '';
  const by = sortKeys.find((key) => key === sort.replace(/^-/, ''));
  const tagIds = (query.get('tag') ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const viewId = query.get('view') ?? '';
  return {
    filter: {
      text: query.get('q')?.slice(0, longestQuery) || undefined,
      platforms: known(query.get('platform'), platformIds),
      roles: known(query.get('role'), creatorRoles),
      statuses: known(query.get('status'), creatorStatuses),
      tagIds: tagIds.length ? tagIds.slice(0, 100) : undefined,
      due: known(query.get('due'), dueChoices),
      doNotContact: query.get('dnc') === '1' || undefined,
    },
    sort: by ? { by, descending: sort.startsWith('-') } : defaultSort,
    viewId: /^[0-9a-f-]{36}$/.test(viewId) ? viewId : undefined,
  };
}

/** The address of a state: `#/creators`, with what differs from the plain list behind a `?`. */
export function listHash({ filter, sort, viewId }: ListState): string {
  const query = new URLSearchParams();
  const set = (key: string, value: string | undefined) => value && query.set(key, value);
  set('q', filter.text);
  set('platform', filter.platforms?.join(','));
  set('role', filter.roles?.join(','));
  set('status', filter.statuses?.join(','));
  set('tag', filter.tagIds?.join(','));
  set('due', filter.due?.join(','));
  set('dnc', filter.doNotContact ? '1' : undefined);
  if (sort.by !== defaultSort.by || sort.descending !== defaultSort.descending)
    set('sort', `${sort.descending ? '-' : ''}${sort.by}`);
  set('view', viewId);
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `#/creators?${text}` : '#/creators';
}
