import { vi } from 'vitest';
import type { Surroundings } from '../../../components/dashboard/surroundings.ts';
import type { Activity, ActivityKind } from '../../../utils/domain/activity.ts';
import type { Contact } from '../../../utils/domain/contact.ts';
import type { Account, CreatorView, Observation } from '../../../utils/domain/creator.ts';
import type { ActivityRow } from '../../../utils/messaging/protocol/creator-list.ts';
import { id, viewOf } from './sample-data.ts';

/** An invented person with everything that the page of a creator shows, and what the browser does for the dashboard. */
const at = '2026-02-20T10:00:00.000Z';
const record = (n: number) => ({ id: id(n), createdAt: at, updatedAt: at });
export const creatorId = id(60);

export const surroundings: Surroundings & { browserLanguage: string } = {
  browserLanguage: 'en',
  platforms: [],
  requestHosts: async () => true,
  removeHosts: async () => true,
  grantedHosts: async () => [],
  requestNotifications: async () => 'denied' as const,
  hasNotifications: async () => false,
  openShortcuts: () => undefined,
  identify: (url) =>
    url.startsWith('https://weibo.com/') ? { platform: 'weibo', handle: url.slice(18) } : null,
  saveFile: vi.fn<(name: string, blob: Blob) => void>(),
  keepStorage: async () => true,
  version: '1.2.3',
};

export const account: Account = {
  ...record(61),
  creatorId,
  platform: 'instagram',
  handle: 'mara',
  identityKeys: [],
  handleHistory: [{ handle: 'mara.old', until: at }],
  url: 'https://www.instagram.com/mara/',
  facts: {
    handle: { value: 'mara', source: 'url' },
    followers: { value: 12_300, source: 'meta', raw: '12.3K', precision: 'rounded' },
    bio: { value: '<img src=x onerror=alert(1)>', source: 'state' },
    links: { value: ['https://mara.example/', 'javascript:alert(1)'], source: 'state' },
  },
  readAt: { handle: at, followers: at, bio: at, links: at },
};

export const unreadAccount: Account = {
  ...record(62),
  creatorId,
  platform: 'pinterest',
  handle: 'maralind',
  identityKeys: [],
  handleHistory: [],
  url: 'javascript:alert(2)',
  facts: {},
  readAt: {},
};

export function contact(
  n: number,
  kind: Contact['kind'],
  value: string,
  over: Partial<Contact> = {},
): Contact {
  return {
    ...record(n),
    creatorId,
    kind,
    value,
    source: 'dom',
    inferred: false,
    url: account.url,
    readAt: at,
    ...over,
  };
}

/** @param day of January 2026 */
export function look(day: number, followers: number, rounded = false): Observation {
  return {
    ...record(600 + day),
    accountId: account.id,
    at: `2026-01-${String(day).padStart(2, '0')}T09:00:00.000Z`,
    url: account.url,
    counts: {
      followers: { value: followers, source: 'meta', precision: rounded ? 'rounded' : 'exact' },
    },
  };
}

export function personOf(
  over: Partial<CreatorView> = {},
  creator: Partial<CreatorView['creator']> = {},
): CreatorView {
  return { ...viewOf(creator), accounts: [account], ...over };
}

export function activityRow(
  n: number,
  kind: ActivityKind,
  over: Omit<Partial<ActivityRow>, 'activity'> = {},
  activity: Partial<Activity> = {},
): ActivityRow {
  return {
    activity: { ...record(n), at, kind, operationId: id(n + 5_000), ...activity },
    undoable: false,
    ...over,
  };
}
