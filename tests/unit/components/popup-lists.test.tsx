// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Popup } from '../../../components/popup/popup.tsx';
import { ok } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';
import { quietSurroundings } from './popup-surroundings.ts';
import { id, now, overviewOf, tabOf, today, watchRow } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const openTab = vi.fn();
const show = () =>
  render(<Popup {...quietSurroundings} browserLanguage="en" openTab={openTab} openDashboard={vi.fn()} />);
const button = (name: string | RegExp) => screen.findByRole('button', { name });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  client.answer('overview.get', overviewOf());
  client.answer('tab.read', tabOf());
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  vi.useRealTimers();
});

test('opening a watched page writes the look first', async () => {
  const done = client.hold('watchlist.looked');
  show();
  fireEvent.click(await button('Open Nordlicht'));
  await waitFor(() => expect(client.sentOf('watchlist.looked')[0]).toMatchObject({ watchedPageId: id(510) }));
  expect(openTab).not.toHaveBeenCalled();
  done(ok({}));
  await waitFor(() => expect(openTab).toHaveBeenCalledWith('https://shop10.example/'));
});

test('the page opens even when the look could not be written', async () => {
  client.refuse('watchlist.looked', 'quota');
  show();
  fireEvent.click(await button('Open Nordlicht'));
  await waitFor(() => expect(openTab).toHaveBeenCalledWith('https://shop10.example/'));
});

test('rows move by key: down goes before the row after the next, the last to the end', async () => {
  client.answer('watchlist.move', {});
  show();
  fireEvent.click(await button('Change Nordlicht'));
  expect(await button('Move up')).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: 'Move down' }));
  await waitFor(() => expect(client.sentOf('watchlist.move')).toHaveLength(1));
  expect(client.sentOf('watchlist.move')[0]).toMatchObject({ competitorId: id(10), before: id(12) });
  fireEvent.click(screen.getByRole('button', { name: 'Change Nordlicht' }));

  fireEvent.click(await button('Change Fougere'));
  fireEvent.click(await button('Move down'));
  await waitFor(() => expect(client.sentOf('watchlist.move')).toHaveLength(2));
  expect(client.sentOf('watchlist.move')[1]).toMatchObject({ competitorId: id(11), before: null });
});

// the test's document knows no drag events, and Preact asks the element how their names are written
Object.assign(HTMLElement.prototype, { ondragstart: null, ondragend: null, ondragover: null, ondrop: null });

test('a row dropped on another lands where it was dropped', async () => {
  client.answer('watchlist.move', {});
  show();
  await button('Open Nordlicht');
  const row = (name: string) =>
    screen.getByRole('button', { name: `Open ${name}` }).closest('li') as HTMLElement;
  const drag = async (name: string, onto: string) => {
    fireEvent.dragStart(row(name));
    await waitFor(() => expect(row(name).className).toContain('dragged'));
    fireEvent.drop(row(onto));
  };
  await drag('Larch', 'Nordlicht');
  await waitFor(() => expect(client.sentOf('watchlist.move')).toHaveLength(1));
  expect(client.sentOf('watchlist.move')[0]).toMatchObject({ competitorId: id(12), before: id(10) });
  await drag('Nordlicht', 'Fougere');
  await waitFor(() => expect(client.sentOf('watchlist.move')).toHaveLength(2));
  expect(client.sentOf('watchlist.move')[1]).toMatchObject({ competitorId: id(10), before: id(12) });
});

test('removing offers undo of that removal', async () => {
  client.answer('watchlist.remove', {});
  client.answer('operation.undo', {});
  show();
  fireEvent.click(await button('Change Larch'));
  fireEvent.click(await button('Remove'));
  await screen.findAllByText('Larch removed');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(client.sentOf('operation.undo')).toHaveLength(1));
  const [removal] = client.sentOf('watchlist.remove');
  expect(removal).toMatchObject({ competitorId: id(12) });
  expect(client.sentOf('operation.undo')[0]?.undo).toBe(removal?.operationId);
});

test('an undo that comes too late says so and keeps the offer', async () => {
  client.answer('watchlist.remove', {});
  client.refuse('operation.undo', 'changed-since');
  show();
  fireEvent.click(await button('Change Larch'));
  fireEvent.click(await button('Remove'));
  fireEvent.click(await button('Undo'));
  await screen.findByText(/Not undone/);
  expect(screen.queryAllByText('Undone')).toEqual([]);
});

test('more than five in Ahead and Level is said, and only then', async () => {
  const five = [1, 2, 3, 4, 5].map((n) => watchRow(n, `Shop ${n}`));
  client.answer('overview.get', overviewOf({ watchlist: [...five, watchRow(6, 'Idea', 'inspiration')] }));
  const view = show();
  await button('Open Shop 1');
  expect(screen.queryByText(/stand in Ahead and Level/)).toBeNull();
  view.unmount();
  client.answer('overview.get', overviewOf({ watchlist: [...five, watchRow(6, 'Sixth', 'better')] }));
  show();
  await screen.findByText(/^6 stand in Ahead and Level/);
});

test('a long list draws ten rows and more on demand', async () => {
  const many = Array.from({ length: 70 }, (_, n) => watchRow(n + 1, `Shop ${n + 1}`, 'own'));
  client.answer('overview.get', overviewOf({ watchlist: many }));
  show();
  await button('Open Shop 10');
  expect(screen.queryByRole('button', { name: 'Open Shop 11' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
  await button('Open Shop 60');
  fireEvent.click(screen.getByRole('button', { name: 'Show 10 more' }));
  await button('Open Shop 70');
});

test('a product page is watched with name and tier, for an existing competitor if chosen', async () => {
  client.answer('watchlist.add', { competitorId: id(99), alreadyWatched: false });
  client.answer(
    'tab.read',
    tabOf(
      { title: 'Lamp' },
      {
        platform: 'shopify',
        kind: 'product',
        key: null,
        url: 'https://nordlicht.example/p/lamp',
        creator: undefined,
        product: {
          title: { value: 'Oak lamp', source: 'json-ld' },
          price: { value: { amount: '129.00', currency: 'EUR' }, source: 'json-ld' },
        },
        problems: [],
      },
    ),
  );
  show();
  expect(await screen.findByText('€129.00')).toBeTruthy();
  const form = await screen.findByRole('form', { name: 'Watch this page' });
  fireEvent.input(within(form).getByLabelText('Name'), { target: { value: 'Nordlicht lamp' } });
  fireEvent.change(within(form).getByLabelText('Tier'), { target: { value: 'better' } });
  fireEvent.submit(form);
  await screen.findAllByText('Nordlicht lamp is on your watchlist');
  const page = {
    url: 'https://nordlicht.example/p/lamp',
    title: 'Lamp',
    platform: 'shopify',
    kind: 'product',
  };
  expect(client.sentOf('watchlist.add')[0]).toEqual({
    name: 'Nordlicht lamp',
    tier: 'better',
    page,
    operationId: expect.any(String),
  });
});

test('editing keeps the words of untouched default items and the items of other weekdays', async () => {
  client.answer('routine.get', {
    items: [
      { id: id(40), key: 'figures-checked', part: 'morning', weekdays: [1, 2, 3], position: 1 },
      { id: id(41), text: 'Parcels answered', part: 'any', weekdays: [7], position: 2 },
      { id: id(42), key: 'mood-checked', part: 'any', weekdays: [1, 7], position: 3 },
    ],
  });
  client.answer('routine.save', { day: today, rows: [] });
  show();
  fireEvent.click(await button('Edit checklist'));
  const form = await screen.findByRole('form');
  const [first, second] = within(form).getAllByLabelText('Item');
  expect(first).toHaveProperty('value', 'Yesterday’s figures checked against the target');
  fireEvent.input(second as HTMLElement, { target: { value: 'Parcels answered by noon' } });
  fireEvent.click(within(form).getByRole('button', { name: /^Remove Public mood/ }));
  fireEvent.click(within(form).getByRole('button', { name: 'Add item' }));
  fireEvent.submit(form);
  // the new item has no words yet
  await within(form).findByText(/Write what should be true/);
  expect(client.sentOf('routine.save')).toEqual([]);

  const fresh = within(form).getAllByLabelText('Item')[2] as HTMLElement;
  fireEvent.input(fresh, { target: { value: 'Desk tidy' } });
  fireEvent.submit(form);
  await waitFor(() => expect(client.sentOf('routine.save')).toHaveLength(1));
  expect(client.sentOf('routine.save')[0]).toMatchObject({
    day: today,
    items: [
      { id: id(40), part: 'morning', weekdays: [1, 2, 3] },
      { id: id(41), text: 'Parcels answered by noon', part: 'any', weekdays: [7] },
      { text: 'Desk tidy', part: 'any', weekdays: [1, 2, 3, 4, 5, 6, 7] },
    ],
  });
  // words of the default routine stay in the language of whoever reads them
  expect(client.sentOf('routine.save')[0]).not.toHaveProperty('items.0.text');
});

test('who does the design too puts the ten shops a day into the routine, once, in words of every language', async () => {
  client.answer('routine.get', { items: [] });
  client.answer('routine.save', { day: today, rows: [] });
  show();
  fireEvent.click(await button('Edit checklist'));
  const form = await screen.findByRole('form');
  const choose = { name: /^I also do the design/ };
  fireEvent.click(within(form).getByRole('button', choose));
  expect(within(form).getByLabelText('Item')).toHaveProperty('value', 'Ten shops looked at for ideas');
  expect(within(form).queryByRole('button', choose)).toBeNull();
  fireEvent.submit(form);
  await waitFor(() => expect(client.sentOf('routine.save')).toHaveLength(1));
  expect(client.sentOf('routine.save')[0]?.items).toEqual([
    { key: 'ideas-looked', part: 'any', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  ]);
});
