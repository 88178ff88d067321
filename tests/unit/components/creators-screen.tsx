import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/preact';
import { vi } from 'vitest';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import { forgetCreatorRows } from '../../../components/hooks/use-creator-rows.ts';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import * as client from './fake-client.ts';
import { id, settings } from './sample-data.ts';

/*
 * The creator list on a screen without a browser, for its tests.
 */

// lists of thousands, drawn by a slow imitation of a browser
configure({ asyncUtilTimeout: 8_000 });

export const at = '2026-03-02T08:00:00.000Z';
export const surroundings = {
  platforms: [],
  requestHosts: vi.fn(async () => true),
  removeHosts: vi.fn(async () => true),
  grantedHosts: async () => [],
  requestNotifications: async () => 'denied' as const,
  hasNotifications: async () => false,
  openShortcuts: vi.fn(),
  identify: (url: string) =>
    url === 'https://weibo.com/pine' ? { platform: 'weibo' as const, handle: 'pine' } : null,
  saveFile: vi.fn(),
  keepStorage: async () => true,
  version: '0.1.0',
};

export function row(n: number, over: Partial<CreatorRow> = {}): CreatorRow {
  return {
    id: id(n),
    createdAt: at,
    updatedAt: at,
    displayName: `Invented ${n}`,
    role: 'influencer',
    status: n % 2 ? 'found' : 'contacted',
    tagIds: [],
    notes: '',
    doNotContact: false,
    accounts: [
      { platform: 'x', handle: `invented${n}`, url: `https://x.com/invented${n}`, followers: n * 100 },
    ],
    contacts: [],
    ...over,
  };
}
export const many = (count: number) => Array.from({ length: count }, (_, i) => row(i + 1));

/** Answers pages as the background does: newest first. */
export function serve(rows: CreatorRow[]): CreatorRow[] {
  const stored = rows.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  client.answer('creator.rows', ({ after, limit }: Record<string, unknown>) => {
    const from = after === null ? 0 : stored.findIndex((one) => one.id === after) + 1;
    const page = stored.slice(from, from + Number(limit));
    const more = from + page.length < stored.length;
    return { rows: page, next: more ? (page.at(-1)?.id ?? null) : null, total: stored.length, at };
  });
  return stored;
}

export function setUp() {
  client.answer('settings.get', settings);
  client.answer('tag.list', {
    tags: [{ id: id(900), createdAt: at, updatedAt: at, name: 'ceramics', colour: 'blue' }],
  });
  client.answer('view.list', { views: [] });
  client.answer('creator.rows-since', { rows: [], gone: [], all: false, at });
  client.answer('creator.edit-many', ({ creatorIds }: Record<string, unknown>) => ({
    changed: (creatorIds as unknown[]).length,
    missing: 0,
  }));
}
export function tearDown() {
  cleanup();
  forgetCreatorRows();
  client.resetClient();
  vi.clearAllMocks();
}

export function show(hash = '#/creators') {
  location.hash = hash;
  return render(<Dashboard browserLanguage="en" {...surroundings} />);
}
export const drawn = () => screen.getAllByRole('row').filter((one) => one.hasAttribute('data-creator'));
export const namesDrawn = () => drawn().map((one) => within(one).getAllByRole('link')[0]?.textContent);
export const grid = () => screen.findByRole('grid');
export const key = async (name: string, more: object = {}) =>
  fireEvent.keyDown(await grid(), { key: name, ...more });
/** Chooses everybody and returns the bar of what can be done with them. */
export async function chooseAll() {
  await key('a', { ctrlKey: true });
  return within(await screen.findByRole('region', { name: 'Selected creators' }));
}
