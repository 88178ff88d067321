// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WatchedPage } from '../../../utils/domain/competitor.ts';
import type { RefreshState } from '../../../utils/messaging/protocol/refresh.ts';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';
import { watchlist } from './watch-samples.ts';
import { setUp, show, tearDown } from './watch-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
vi.mock('uplot', () => import('./fake-plot.ts'));
vi.mock('uplot/dist/uPlot.min.css', () => ({}));

const requestHosts = vi.spyOn(surroundings, 'requestHosts');

const [row] = watchlist;
if (!row) throw new Error('nobody is watched');
const [first] = row.pages;
if (!first) throw new Error('no page is watched');
const shopPage: WatchedPage = {
  ...first,
  url: 'https://nordlys.example/collections/candles',
  platform: 'shopify',
  kind: 'listing',
};

/** The competitor's page with one watched page. */
function open(page: WatchedPage, state?: Partial<RefreshState>, address = `#/watch/${row?.competitor.id}`) {
  client.answer('watch.list', { rows: [{ ...row, pages: [page] }] });
  const rows = state ? [{ watchedPageId: page.id, hours: 24, running: false, ...state }] : [];
  client.answer('refresh.list', { rows });
  client.answer('refresh.set', {});
  client.answer('refresh.go-on', {});
  show(address);
}
const box = () => screen.findByLabelText<HTMLInputElement>('Look at this page by itself');
const inputsOf = client.sentOf;

beforeEach(() => {
  setUp();
  requestHosts.mockResolvedValue(true);
});
afterEach(tearDown);

describe('the schedule of a page', () => {
  test('is off until it is switched on, and asks the browser for this one host', async () => {
    open(shopPage);
    expect((await box()).checked).toBe(false);
    fireEvent.click(await box());
    await waitFor(() => expect(inputsOf('refresh.set')).toHaveLength(1));
    expect(requestHosts).toHaveBeenCalledWith(['https://nordlys.example/*']);
    expect(inputsOf('refresh.set')).toMatchObject([{ watchedPageId: shopPage.id, hours: 24 }]);
  });

  test('stays off where the browser says no', async () => {
    requestHosts.mockResolvedValueOnce(false);
    open(shopPage);
    fireEvent.click(await box());
    expect(await screen.findByText('Without access to nordlys.example it stays switched off.')).toBeTruthy();
    expect(inputsOf('refresh.set')).toEqual([]);
  });

  test('says when it was and when it is next; another interval is one choice, off is one click', async () => {
    open(
      { ...shopPage, refresh: { hours: 24 } },
      { nextAt: '2099-01-01T10:00:00.000Z', doneAt: '2026-01-01T10:00:00.000Z', source: 'shopify' },
    );
    expect(await screen.findByText(/Taken from the shop’s public product list/)).toBeTruthy();
    expect(screen.getByText(/^Next: /)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('How often'), { target: { value: '3' } });
    await waitFor(() => expect(inputsOf('refresh.set')).toMatchObject([{ hours: 3 }]));
    fireEvent.click(await box());
    await waitFor(() => expect(inputsOf('refresh.set')).toMatchObject([{ hours: 3 }, { hours: null }]));
  });

  test('says why it stopped and goes on when it is told to', async () => {
    const trouble = { reason: 'too-many', at: '2026-01-01T10:00:00.000Z', status: 429 } as const;
    open({ ...shopPage, refresh: { hours: 1 } }, { trouble });
    expect(await screen.findByText('The shop says that it was asked too often.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(inputsOf('refresh.go-on')).toMatchObject([{ watchedPageId: shopPage.id }]));
  });

  test('tells a fault that passes from one that waits for somebody', async () => {
    const trouble = { reason: 'unreachable', at: '2026-01-01T10:00:00.000Z' } as const;
    open({ ...shopPage, refresh: { hours: 1 } }, { trouble, nextAt: '2099-01-01T10:00:00.000Z' });
    expect(await screen.findByText(/It is tried again by itself/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
  });

  test.each([
    [{ platform: 'instagram', kind: 'profile' }, /never asks a social platform/],
    [{ platform: 'web', kind: 'article' }, /pages of shops only/],
    [{ url: 'http://nordlys.example/' }, /begin with https only/],
  ] as const)('is not offered for %o', async (other, words) => {
    open({ ...shopPage, ...other });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByLabelText('Look at this page by itself')).toBeNull();
  });

  test('that has stopped says so in the list of competitors as well, and goes on from there', async () => {
    const trouble = { reason: 'refused', at: '2026-01-01T10:00:00.000Z', status: 403 } as const;
    open({ ...shopPage, refresh: { hours: 1 } }, { trouble }, '#/watch');
    expect(await screen.findByText('The shop refused the request.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(inputsOf('refresh.go-on')).toMatchObject([{ watchedPageId: shopPage.id }]));
  });
});
