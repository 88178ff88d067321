// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadDigest } from '../../../components/popup/digest-part.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import * as client from './fake-client.ts';
import { quietSurroundings } from './popup-surroundings.ts';
import { id, now, overviewOf, tabOf } from './sample-data.ts';
import { changeOf, digestOf } from './watch-samples.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const openDashboard = vi.fn();
const show = () =>
  render(
    <Popup {...quietSurroundings} browserLanguage="en" openTab={vi.fn()} openDashboard={openDashboard} />,
  );
let earlier: object[];
const news = [
  changeOf(1),
  changeOf(2, {
    kind: 'sold-out',
    severity: 'medium',
    title: 'Tray <b>',
    from: 'in-stock',
    to: 'out-of-stock',
  }),
];

// the first loading of a file may take its time; what the popup does then is not asked here
beforeAll(async () => {
  await loadDigest('en');
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  earlier = [];
  client.answer('overview.get', overviewOf());
  client.answer('tab.read', tabOf({ competitorId: id(10) }));
  client.answer('watch.digest', digestOf());
  client.answer('watch.headlines', ({ from }: { from: string | null }) => ({
    rows: from === null ? [{ competitorId: id(10), count: 5, changes: news }] : earlier,
  }));
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  vi.useRealTimers();
});

test('a competitor has its sentences; a press opens its history', async () => {
  show();
  const list = within(await screen.findByRole('list', { name: 'What changed at Nordlicht' }));
  expect(
    list.getAllByRole('listitem').map(({ textContent }) => textContent?.replace(/[\u2068\u2069]/g, '')),
  ).toEqual(['important: Candle 1 costs less: €24.00 → €18.00 (-25%)', 'Tray <b> is sold out']);
  fireEvent.click(list.getByRole('button', { name: /sold out/ }));
  expect(openDashboard).toHaveBeenCalledWith(`#/watch/${id(10)}`);
  expect(client.sentOf('watch.headlines')).toEqual([{ from: null }]);
});

test('since yesterday asks from the beginning of that day on', async () => {
  show();
  const since = await screen.findByRole('button', { name: 'Since yesterday' });
  expect(since.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(since);
  await waitFor(() => expect(screen.queryByRole('list', { name: 'What changed at Nordlicht' })).toBeNull());
  const day = new Date(now);
  const from = new Date(day.getFullYear(), day.getMonth(), day.getDate() - 1).toISOString();
  expect(client.sentOf('watch.headlines').at(-1)).toEqual({ from });
  expect(screen.getByRole('button', { name: 'Since yesterday' }).getAttribute('aria-pressed')).toBe('true');
});

test('since yesterday the rest is counted: it may be read already', async () => {
  earlier = [{ competitorId: id(10), count: 5, changes: news }];
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Since yesterday' }));
  await screen.findByText('and 3 more changes');
});

test('where no page was ever read nothing is asked and nothing stands there', async () => {
  const { rows, ...rest } = digestOf();
  const pages = (row: (typeof rows)[number]) => row.pages.map(({ lastReadAt: _read, ...page }) => page);
  client.answer('watch.digest', { ...rest, rows: rows.map((row) => ({ ...row, pages: pages(row) })) });
  show();
  await screen.findByRole('button', { name: 'Open Nordlicht' });
  await waitFor(() => expect(client.sentOf('watch.digest')).toHaveLength(1));
  expect(client.sentOf('watch.headlines')).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Since yesterday' })).toBeNull();
});
