import { fanLevels } from '../../../utils/domain/fan-points.ts';

export const fanTabs = ['thank', 'all', 'quiet', 'levels'] as const;
export type FanTab = (typeof fanTabs)[number];

/** What the list of all shows: everybody in one of two orders, or one level. */
export const fanShows = ['points', 'last', ...fanLevels] as const;
export type FanShow = (typeof fanShows)[number];

export interface FansState {
  tab: FanTab;
  show: FanShow;
}

/** What `#/fans?…` says. */
export function readFans(query: URLSearchParams): FansState {
  const tab = fanTabs.find((known) => known === query.get('tab')) ?? 'thank';
  const show = fanShows.find((known) => known === query.get('show')) ?? 'points';
  return { tab, show };
}

export function fansHash({ tab, show }: FansState): string {
  const query = new URLSearchParams();
  if (tab !== 'thank') query.set('tab', tab);
  if (show !== 'points') query.set('show', show);
  return `#/fans${query.size > 0 ? `?${query}` : ''}`;
}

export interface SpamState {
  done: boolean;
  /** identity key of an author; empty: of everybody */
  author: string;
}

/** What `#/spam?…` says. */
export function readSpam(query: URLSearchParams): SpamState {
  return { done: query.get('done') === '1', author: query.get('author') ?? '' };
}

export function spamHash({ done, author }: SpamState): string {
  const query = new URLSearchParams();
  if (done) query.set('done', '1');
  if (author) query.set('author', author);
  return `#/spam${query.size > 0 ? `?${query}` : ''}`;
}
