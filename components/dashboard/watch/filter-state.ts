import {
  type ChangeKind,
  changeKinds,
  type Severity,
  severities,
} from '../../../utils/domain/change-kind.ts';

/** Which changes are shown, besides those that nobody muted. */
export const shownStates = ['unread', 'all', 'muted'] as const;
export type ShownState = (typeof shownStates)[number];

/** What the list of changes shows, as its address says it; an empty text is "all". */
export interface ChangeFilter {
  competitorId: string;
  watchedPageId: string;
  kind: ChangeKind | '';
  /** these and graver ones */
  severity: Severity | '';
  shown: ShownState;
}

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

/** Reads the part of an address behind `?`; what it does not know is left out. */
export function readFilter(query: URLSearchParams): ChangeFilter {
  const id = (name: string) => (isId(query.get(name) ?? '') ? (query.get(name) ?? '') : '');
  return {
    competitorId: id('competitor'),
    watchedPageId: id('page'),
    kind: changeKinds.find((one) => one === query.get('kind')) ?? '',
    severity: severities.find((one) => one === query.get('severity')) ?? '',
    shown: shownStates.find((one) => one === query.get('show')) ?? 'all',
  };
}

/** The address of a list of changes. */
export function filterHash({ competitorId, watchedPageId, kind, severity, shown }: ChangeFilter): string {
  const query = new URLSearchParams();
  if (competitorId) query.set('competitor', competitorId);
  if (watchedPageId) query.set('page', watchedPageId);
  if (kind) query.set('kind', kind);
  if (severity) query.set('severity', severity);
  if (shown !== 'all') query.set('show', shown);
  const text = query.toString();
  return text ? `#/watch?${text}` : '#/watch';
}

/** The grade and all above it. */
export function gravesFrom(severity: Severity | ''): Severity[] {
  return severity ? severities.slice(severities.indexOf(severity)) : [];
}
