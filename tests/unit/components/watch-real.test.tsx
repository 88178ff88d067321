// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import './watch-screen.tsx';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import { recordSnapshot } from '../../../utils/services/snapshots/record-snapshot.ts';
import { dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { wire, write } from '../../support/wired-client.ts';
import { surroundings } from './person-samples.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../../support/wired-client.ts'));
vi.mock('uplot', () => import('./fake-plot.ts'));
vi.mock('uplot/dist/uPlot.min.css', () => ({}));

/*
 * The pages with the real background behind them: what a look found goes all the way to the sentence, and a note all the way back.
 */

const url = 'https://nordlicht.example/collections/candles';

function readingOf(prices: Record<string, string>): PageReading {
  return {
    platform: 'shopify',
    kind: 'listing',
    key: 'shopify:listing:candles',
    url,
    products: Object.entries(prices).map(([name, amount]) => ({
      id: { value: name, source: 'state' },
      title: { value: `Candle ${name}`, source: 'state' },
      price: { value: { amount, currency: 'EUR' }, source: 'state' },
    })),
    problems: [],
  };
}

let machine: Machine;
async function look(prices: Record<string, string>) {
  const missing = { missing: 'not-asked' } as const;
  const given = { cause: 'button', url, reading: readingOf(prices), text: missing, layout: missing } as const;
  machine.later(24 * 60);
  return good(await recordSnapshot({ operationId: newId(), ...given }, machine.call()));
}

beforeEach(async () => {
  machine = newMachine();
  wire(machine);
  const page = {
    url,
    key: 'shopify:listing:candles',
    title: 'Candles',
    platform: 'shopify',
    kind: 'listing',
  };
  const added = await write('watchlist.add', { name: 'Nordlicht', tier: 'equal', page });
  expect(added.ok).toBe(true);
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

test('two looks become a sentence; it opens its look, and a note, a pin and a mute are kept', async () => {
  await look({ pillar: '24.00', jar: '12.00', taper: '9.00' });
  const { competitorId } = await look({ pillar: '18.00', jar: '12.00', taper: '9.00' });
  location.hash = '#/watch';
  const shown = render(<Dashboard {...surroundings} />);
  const sentence = await screen.findByText(/Candle pillar.* costs less: €24.00 → €18.00 \(-25%\)/);
  const row = sentence.closest('li') as HTMLElement;
  await screen.findByText('1 change');
  const found = row.closest('.watch-look') as HTMLElement;
  expect(within(found).getByRole('link', { name: 'Nordlicht' }).getAttribute('href')).toContain(
    `#/watch/${competitorId}?page=`,
  );
  const lookAddress =
    within(found)
      .getByRole('link', { name: /^Open this look/ })
      .getAttribute('href') ?? '';
  fireEvent.click(within(row).getByRole('button', { name: /^Mark as read/ }));
  fireEvent.click(within(row).getByRole('button', { name: /^Mute this kind/ }));
  await screen.findByText('“Price down” is muted on this page', { selector: '.toast-words' });
  shown.unmount();

  location.hash = lookAddress;
  render(<Dashboard {...surroundings} />);
  const panel = (await screen.findByRole('heading', { name: /^The look of/ })).closest(
    'section',
  ) as HTMLElement;
  await within(panel).findByText(/^Compared with/);
  await within(panel).findByText(/costs less/);
  await screen.findByText('Muted by you', { exact: false });
  fireEvent.input(within(panel).getByLabelText('What can we borrow?'), {
    target: { value: 'The reason given' },
  });
  await waitFor(() =>
    expect(within(panel).getByLabelText<HTMLInputElement>('What can we borrow?').value).toBe(
      'The reason given',
    ),
  );
  fireEvent.submit(within(panel).getByLabelText('What can we borrow?').closest('form') as HTMLFormElement);
  await within(panel).findByText('Saved');
  const timeline = screen.getByRole('heading', { name: 'Every look' }).closest('section') as HTMLElement;
  await waitFor(() => expect(within(timeline).getAllByRole('listitem')).toHaveLength(2));
  cleanup();

  location.hash = '#/watch/report';
  vi.useFakeTimers({ toFake: ['Date'], now: machine.clock.now });
  try {
    render(<Dashboard {...surroundings} />);
    const part = await screen.findByRole('region', { name: 'Nordlicht' });
    await within(part).findByText('The reason given');
    // what is muted is no news
    expect(within(part).queryByText(/costs less/)).toBeNull();
    expect(await screen.findByText('€9.00 – €18.00')).toBeTruthy();
  } finally {
    vi.useRealTimers();
  }
});

test('a removed look goes with its changes and comes back whole', async () => {
  await look({ pillar: '24.00' });
  const { competitorId } = await look({ pillar: '18.00' });
  const kept = async () => {
    const { snapshots = [], changes = [] } = await dump(machine, ['snapshots', 'changes']);
    const there = (rows: unknown[], gone: string) => rows.filter((row) => !(gone in (row as object))).length;
    return [there(snapshots, 'removedAt'), there(changes, 'deletedAt')];
  };
  expect(await kept()).toEqual([2, 1]);
  location.hash = `#/watch/${competitorId}`;
  const shown = render(<Dashboard {...surroundings} />);
  await screen.findByText(/costs less/);
  fireEvent.click((await screen.findAllByRole('button', { name: /^Remove/ }))[0] as HTMLElement);
  const undo = await screen.findByRole('button', { name: 'Undo' });
  expect(await kept()).toEqual([1, 0]);
  fireEvent.click(undo);
  await screen.findByText('Undone', { selector: '.toast-words' });
  expect(await kept()).toEqual([2, 1]);
  shown.unmount();
  render(<Dashboard {...surroundings} />);
  await screen.findByText(/costs less/);
});
