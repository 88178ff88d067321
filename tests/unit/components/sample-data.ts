import type { WatchlistRow } from '../../../utils/domain/competitor.ts';
import type { CreatorView } from '../../../utils/domain/creator.ts';
import { defaultSettings } from '../../../utils/domain/default-settings.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { Overview, TabReading } from '../../../utils/messaging/protocol.ts';

/** Invented people and shops for the screens. */
const at = '2026-03-02T08:00:00.000Z';
export const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const record = (n: number) => ({ id: id(n), createdAt: at, updatedAt: at });
/** Noon of the day on which the tests play, whatever day it is. */
export const now = new Date(2026, 2, 2, 12);
export const today = '2026-03-02';

export const settings: Settings = { ...defaultSettings, firstRunDone: true, currentBrandId: id(1) };
export const brand = {
  ...record(1),
  name: 'Harbour & Pine',
  accounts: [],
  shops: [],
  officialLinks: [],
  hashtags: [],
  countries: [],
  languages: [],
};

export function watchRow(
  n: number,
  name: string,
  tier: WatchlistRow['competitor']['tier'] = 'equal',
): WatchlistRow {
  return {
    competitor: { ...record(n), name, tier, position: n },
    pages: [
      {
        ...record(n + 500),
        competitorId: id(n),
        url: `https://shop${n}.example/`,
        title: `${name} – shop`,
        platform: 'web',
        kind: 'shop',
      },
    ],
  };
}

export function overviewOf(over: Partial<Overview> = {}): Overview {
  return {
    settings,
    brand,
    creators: 12,
    backupDue: false,
    watchlist: [watchRow(10, 'Nordlicht'), watchRow(11, 'Fougere', 'better'), watchRow(12, 'Larch', 'own')],
    checklist: {
      day: today,
      rows: [
        { routineId: id(40), key: 'figures-checked', part: 'morning', done: false },
        { routineId: id(41), text: 'Parcels answered', part: 'any', done: true },
        {
          routineId: id(42),
          key: 'due-follow-ups',
          part: 'any',
          done: false,
          derived: 'due-follow-ups',
          handled: 2,
          total: 3,
        },
      ],
    },
    due: [
      {
        creatorId: id(60),
        displayName: 'Mara Lind',
        text: 'Ask for the address',
        due: '2026-02-28',
        url: 'https://www.instagram.com/mara/',
      },
    ],
    dueTotal: 1,
    ...over,
  };
}

type Read = Extract<TabReading, { state: 'read' }>;
export function tabOf(over: Partial<Read> = {}, reading: Partial<Read['reading']> = {}): Read {
  return {
    state: 'read',
    tabId: 7,
    title: 'Mara on Instagram',
    mark: 'new',
    reading: {
      platform: 'instagram',
      kind: 'profile',
      key: 'instagram:profile:9',
      url: 'https://www.instagram.com/mara/',
      creator: {
        handle: { value: 'mara', source: 'url' },
        displayName: { value: 'Mara Lind', source: 'state' },
        followers: { value: 48_200, source: 'meta', raw: '48.2K', precision: 'rounded' },
      },
      problems: [{ field: 'emails', reason: 'missing' }],
      ...reading,
    },
    ...over,
  };
}

export function viewOf(over: Partial<CreatorView['creator']> = {}): CreatorView {
  return {
    creator: {
      ...record(60),
      displayName: 'Mara Lind',
      role: 'influencer',
      loyalty: 'none',
      status: 'found',
      nextAction: { text: 'Ask for the address', due: '2026-03-01' },
      tagIds: [id(70)],
      notes: 'Warm light',
      doNotContact: false,
      ...over,
    },
    tags: [{ ...record(70), name: 'lighting', colour: '#444444' }],
    accounts: [],
    contacts: [],
    observations: { count: 1 },
  };
}
