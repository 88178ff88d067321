import type { PlatformId } from './platform.ts';
import type { Day, Id } from './record.ts';
import type { CreatorRole, CreatorStatus } from './vocabulary.ts';

/*
 * How the creator list is narrowed and ordered. Free of schemas: the dashboard does it in memory, key by key.
 */

/** When the next action is due, seen from today. `none`: nothing is planned. */
export const dueChoices = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type DueChoice = (typeof dueChoices)[number];

/** What the list shows. Choices of one kind are "or", kinds among each other "and"; an absent kind allows everything. */
export interface CreatorFilter {
  /** words that must all be found in names, handles, notes, bios, contacts or tags */
  text?: string | undefined;
  platforms?: PlatformId[] | undefined;
  roles?: CreatorRole[] | undefined;
  statuses?: CreatorStatus[] | undefined;
  /** one of them is enough */
  tagIds?: Id[] | undefined;
  due?: DueChoice[] | undefined;
  doNotContact?: boolean | undefined;
}

export const sortKeys = [
  'added',
  'name',
  'followers',
  'role',
  'status',
  'due',
  'lastContact',
  'seen',
] as const;
export type SortKey = (typeof sortKeys)[number];
export interface CreatorSort {
  by: SortKey;
  descending: boolean;
}

/** Newest first: what was just saved stands on top. */
export const defaultSort: CreatorSort = { by: 'added', descending: true };

/** One account in the list. */
export interface RowAccount {
  platform: PlatformId;
  handle: string;
  url: string;
  followers?: number | undefined;
  /** the site had shortened the number */
  rounded?: boolean | undefined;
  bio?: string | undefined;
  /** when the account was last read, ISO; absent where nothing was ever read */
  seenAt?: string | undefined;
}

/** One creator as the list shows, searches and exports them. */
export interface CreatorRow {
  id: Id;
  createdAt: string;
  updatedAt: string;
  displayName: string;
  role: CreatorRole;
  status: CreatorStatus;
  tagIds: Id[];
  notes: string;
  doNotContact: boolean;
  lastContact?: Day | undefined;
  nextAction?: { text: string; due: Day } | undefined;
  accounts: RowAccount[];
  contacts: { kind: 'email' | 'phone' | 'messenger' | 'link'; value: string }[];
}
