// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Popup } from '../../../components/popup/popup.tsx';
import { fail, ok } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';
import { quietSurroundings } from './popup-surroundings.ts';
import { id, now, overviewOf, settings, tabOf, today, viewOf, watchRow } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const openTab = vi.fn();
const openDashboard = vi.fn();
const show = (browserLanguage = 'en') =>
  render(
    <Popup
      {...quietSurroundings}
      browserLanguage={browserLanguage}
      openTab={openTab}
      openDashboard={openDashboard}
    />,
  );
const button = (name: string | RegExp) => screen.findByRole('button', { name });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  client.answer('overview.get', overviewOf());
  client.answer('tab.read', tabOf());
  client.answer('creator.get', viewOf());
  client.answer('tag.suggest', { names: [] });
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  vi.useRealTimers();
});

test('while loading it shows that, and asks about the tab only after the day is there', async () => {
  const done = client.hold('overview.get');
  show();
  await screen.findByText('Loading');
  expect(client.sentOf('overview.get')).toEqual([{ day: today }]);
  expect(client.sentOf('tab.read')).toEqual([]);
  client.hold('tab.read');
  done(ok(overviewOf()));
  await screen.findByText('Reading this page');
  await waitFor(() => expect(client.sentOf('tab.read')).toHaveLength(1));
});

test('one answer fills the watchlist, the checklist and what is due', async () => {
  show();
  await button('Open Nordlicht');
  expect(screen.getAllByText('Level').length).toBeGreaterThan(0);
  expect(screen.getByRole('checkbox', { name: 'Parcels answered' })).toHaveProperty('checked', true);
  expect(screen.getByText('2 days ago')).toBeTruthy();
  await button('Open the profile of Mara Lind');
  expect(client.sentOf('overview.get')).toHaveLength(1);
});

test('the page is described: counts with their rounding, what was not read by name', async () => {
  show();
  expect(await screen.findByText('48,200')).toBeTruthy();
  expect(screen.getByText('rounded').title).toContain('48.2K');
  expect(screen.getByText(/Email \(not on the page\)/)).toBeTruthy();
});

test('an empty notebook teaches the next step and offers the first run', async () => {
  client.answer(
    'overview.get',
    overviewOf({
      settings: { ...settings, firstRunDone: false, currentBrandId: null },
      brand: null,
      creators: 0,
      watchlist: [],
      due: [],
      dueTotal: 0,
      checklist: { day: today, rows: [] },
    }),
  );
  client.answer('tab.read', { state: 'unreadable', reason: 'browser-page' });
  show();
  await screen.findByText('Nobody watched yet');
  expect(screen.getByText('Nothing planned for today')).toBeTruthy();
  await screen.findByText(/browser’s own pages/);
  fireEvent.click(await button('Set up Deckhand'));
  expect(openDashboard).toHaveBeenCalledWith('#/welcome');
});

test('a failing background is said and can be asked again', async () => {
  client.refuse('overview.get', 'unreachable');
  show();
  await screen.findByText(/did not answer/);
  client.answer('overview.get', overviewOf());
  fireEvent.click(await button('Try again'));
  await button('Open Nordlicht');
  expect(screen.queryByText(/did not answer/)).toBeNull();
});

test('a later failure keeps what is on the screen', async () => {
  show();
  await button('Open Nordlicht');
  client.refuse('overview.get', 'busy');
  client.announce('watchlist');
  await screen.findByText(/Too much at once/);
  expect(screen.getByRole('button', { name: 'Open Nordlicht' })).toBeTruthy();
});

test('a damaged notebook leads to the recovery page and shows nothing old', async () => {
  client.refuse('overview.get', 'recovery');
  show();
  fireEvent.click(await button('Open the recovery page'));
  expect(openDashboard).toHaveBeenCalledWith('#/recovery');
  expect(screen.queryByText('Watchlist')).toBeNull();
  expect(client.sentOf('tab.read')).toEqual([]);
});

test('a notebook that is lost while the popup stands open takes the old lists away', async () => {
  show();
  await button('Open Nordlicht');
  client.refuse('overview.get', 'recovery');
  client.announce('recovery');
  await button('Open the recovery page');
  expect(screen.queryByRole('button', { name: 'Open Nordlicht' })).toBeNull();
});

test('saving is said only after the answer; undo takes that operation back', async () => {
  const done = client.hold('tab.capture');
  show();
  fireEvent.click(await button('Save creator'));
  await waitFor(() => expect(client.sentOf('tab.capture')).toHaveLength(1));
  const save = screen.getByRole('button', { name: 'Save creator' });
  expect(save.getAttribute('aria-busy')).toBe('true');
  fireEvent.click(save);
  expect(client.sentOf('tab.capture')).toHaveLength(1);
  expect(screen.queryByText(/saved to your creator list/)).toBeNull();

  client.answer('tab.read', tabOf({ mark: 'known', creatorId: id(60) }));
  done(ok({ creatorId: id(60), outcome: 'created', missing: [] }));
  client.announce('creators');
  await screen.findAllByText('Mara Lind saved to your creator list');
  await screen.findByText('Already in your creator list');
  // the details stand open, to be completed
  expect(await screen.findByLabelText('Notes')).toHaveProperty('value', 'Warm light');

  client.answer('operation.undo', {});
  fireEvent.click(await button('Undo'));
  await screen.findAllByText('Undone');
  const [capture] = client.sentOf('tab.capture');
  expect(client.sentOf('operation.undo')[0]).toMatchObject({ undo: capture?.operationId });
});

test('a failed save says what was kept, and claims nothing', async () => {
  client.refuse('tab.capture', 'quota');
  show();
  fireEvent.click(await button('Save creator'));
  await screen.findByText(/The disk is full/);
  expect(screen.queryByText(/saved to your creator list/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a tick moves when it is stored, not before', async () => {
  const done = client.hold('checklist.tick');
  show();
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /figures checked/ });
  fireEvent.click(box);
  expect(box.checked).toBe(false);
  await waitFor(() => expect(box.getAttribute('aria-busy')).toBe('true'));
  expect(box.checked).toBe(false);
  expect(client.sentOf('checklist.tick')[0]).toMatchObject({ day: today, routineId: id(40), done: true });
  done(fail('blocked', 'in a test'));
  await screen.findByText(/Another Deckhand tab/);
  expect(box.checked).toBe(false);
});

test('counts stand there only when they are switched on', async () => {
  const view = show();
  await button('Open Nordlicht');
  expect(screen.queryByText('2 of 3 handled')).toBeNull();
  view.unmount();
  client.answer('overview.get', overviewOf({ settings: { ...settings, showCounts: true } }));
  show();
  await screen.findByText('2 of 3 handled');
  expect(screen.getByText('1 of 3 done')).toBeTruthy();
});

test('hostile text stays text', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  client.answer('tab.read', tabOf({}, { creator: { handle: { value: evil, source: 'url' } } }));
  client.answer('overview.get', overviewOf({ watchlist: [watchRow(10, evil)] }));
  const { container } = show();
  await button(`Open ${evil}`);
  await screen.findByText(`@${evil}`);
  expect(container.querySelector('img')).toBeNull();
});

test('Tab goes from the top down: settings, this page, watchlist, checklist', async () => {
  const { container } = show();
  await button('Save creator');
  const stops = [...container.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]')]
    .filter((element) => element.tabIndex >= 0)
    .map((element) => element.getAttribute('aria-label') ?? element.textContent);
  const wanted = [
    'Settings',
    'Save creator',
    'Watch this page',
    'Open Nordlicht',
    'Change Nordlicht',
    'Today',
  ];
  expect(stops.filter((name) => wanted.includes(name ?? ''))).toEqual(wanted);
  expect(container.querySelector('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])')).toBeNull();
});

test('looks and language follow the settings', async () => {
  client.answer(
    'overview.get',
    overviewOf({ settings: { ...settings, language: 'zh_CN', theme: 'dark', market: 'domestic' } }),
  );
  show('en-GB');
  await button('收录达人');
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(document.documentElement.dataset.theme).toBe('dark');
});

test('yesterday can be read and not ticked', async () => {
  client.answer('checklist.get', {
    day: '2026-03-01',
    rows: [{ routineId: id(40), text: 'As it was called then', part: 'any', done: true }],
  });
  show();
  fireEvent.click(await screen.findByRole('tab', { name: 'Yesterday' }));
  const panel = screen.getByRole('tabpanel');
  await within(panel).findByText(/As it was called then/);
  expect(within(panel).queryByRole('checkbox')).toBeNull();
});
