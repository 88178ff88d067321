// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Popup } from '../../../components/popup/popup.tsx';
import * as client from './fake-client.ts';
import { quietSurroundings } from './popup-surroundings.ts';
import { id, now, overviewOf, tabOf } from './sample-data.ts';
import { digestOf } from './watch-samples.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const openDashboard = vi.fn();
const show = () =>
  render(
    <Popup {...quietSurroundings} browserLanguage="en" openTab={vi.fn()} openDashboard={openDashboard} />,
  );
const none = { low: 0, medium: 0, high: 0 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  client.answer('overview.get', overviewOf());
  client.answer('tab.read', tabOf({ competitorId: id(10) }));
  client.answer('watch.digest', digestOf());
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  vi.useRealTimers();
});

const row = async (name: string) =>
  (await screen.findByRole('button', { name: `Open ${name}` })).closest('li') as HTMLElement;

test('a row says what is new with the important ones apart, and leads there; one question for all rows', async () => {
  show();
  const first = await row('Nordlicht');
  fireEvent.click(
    await within(first).findByRole('button', { name: '3 changes · 2 important, What changed at Nordlicht' }),
  );
  expect(openDashboard).toHaveBeenCalledWith(`#/watch/${id(10)}`);
  const second = await row('Fougere');
  expect(within(second).queryByRole('button', { name: /change/ })).toBeNull();
  expect(within(second).getByText('No snapshot yet')).toBeTruthy();
  expect(client.sentOf('watch.digest')).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: '3 changes · 2 important, What changed' }));
  expect(openDashboard).toHaveBeenCalledWith('#/watch?show=unread');
});

test('a page that is stale or could not be read says so, with the last success', async () => {
  const lastReadAt = new Date(now.getTime() - 9 * 86_400_000).toISOString();
  client.answer(
    'watch.digest',
    digestOf({
      unread: none,
      pages: [{ watchedPageId: id(510), lastReadAt, unreadable: 'wall', stale: true }],
    }),
  );
  show();
  const first = await row('Nordlicht');
  await within(first).findByText('Could not be read: a login page or a check stood there');
  expect(within(first).getByText('Not read for 7 days or longer')).toBeTruthy();
  expect(within(first).getByText('Last read 9 days ago')).toBeTruthy();
});

test('the watchlist is there before the digest, and without it', async () => {
  client.refuse('watch.digest', 'internal');
  show();
  await row('Nordlicht');
  expect(screen.getByRole('button', { name: 'What changed' })).toBeTruthy();
});

test('a watched page gets a snapshot by one press, and its result is said', async () => {
  const answer = {
    snapshotId: id(801),
    watchedPageId: id(510),
    competitorId: id(10),
    unchanged: false,
    first: false,
    changes: { low: 1, medium: 0, high: 1 },
    status: { state: 'ok' },
  };
  client.answer('snapshot.take', answer);
  show();
  const take = await screen.findByRole('button', { name: 'Take a snapshot' });
  const says = async (over: object, words: string) => {
    client.answer('snapshot.take', { ...answer, ...over });
    fireEvent.click(take);
    await screen.findByText(words, { selector: '.toast-words' });
  };
  await says({}, 'Snapshot saved, 2 changes found');
  expect(client.sentOf('snapshot.take')[0]).toMatchObject({ tabId: 7 });
  await says({ first: true, changes: none }, 'First snapshot saved. The next one is compared with it.');
  await says({ unchanged: true, changes: none }, 'Nothing is different since the last snapshot');
  await says(
    { status: { state: 'unreadable', reason: 'far-fewer' } },
    'Could not be read: far fewer products than before',
  );
  client.refuse('snapshot.take', 'quota');
  fireEvent.click(take);
  await screen.findByText(/The disk is full/);
});

test('a page that nobody watches has no snapshot button', async () => {
  client.answer('tab.read', tabOf());
  show();
  await screen.findByText('Mara Lind', { exact: false });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Take a snapshot' })).toBeNull());
});
