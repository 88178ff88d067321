// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../../utils/domain/result.ts';
import {
  at,
  drawn,
  grid,
  key,
  many,
  namesDrawn,
  row,
  serve,
  setUp,
  show,
  surroundings,
  tearDown,
} from './creators-screen.tsx';
import * as client from './fake-client.ts';
import { id } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
beforeEach(setUp);
afterEach(tearDown);

const search = () => screen.findByLabelText(/Search names/);

test('the first rows come at once, the rest in larger pages, and only what is near the window is drawn', async () => {
  serve(many(2_500));
  show();
  await screen.findByText('2,500 creators');
  expect(client.sentOf('creator.rows').map(({ limit }) => limit)).toEqual([60, 1_000, 1_000, 1_000]);
  expect((await grid()).getAttribute('aria-rowcount')).toBe('2501');
  expect(drawn().length).toBeLessThan(60);
  expect(namesDrawn()[0]).toBe('Invented 2500');
  expect(drawn()[0]?.getAttribute('aria-rowindex')).toBe('2');
});

test('while pages are coming it says how many are here; a failure keeps them and offers to go on', async () => {
  const answer = serve(many(1_500));
  const pages = [60, 1_000];

  client.answer('creator.rows', ({ after }: Record<string, unknown>) => {
    const from = after === null ? 0 : answer.findIndex((one) => one.id === after) + 1;
    const size = pages.shift();
    if (size === undefined) throw new Error('not asked for');
    const page = answer.slice(from, from + size);
    if (pages.length === 0) client.refuse('creator.rows', 'unreachable');
    return { rows: page, next: page.at(-1)?.id ?? null, total: 1_500, at };
  });
  show();
  await screen.findByText('1,060 of 1,500 loaded');
  await screen.findByText(/Deckhand did not answer/);
  expect(drawn().length).toBeGreaterThan(10);
  serve(many(1_500));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('1,500 creators');
  expect(client.sentOf('creator.rows').at(-1)).toMatchObject({ after: id(441) });
});

test('an empty notebook says what to do first', async () => {
  serve([]);
  show();
  await screen.findByText('No creator yet');
  expect(screen.getByRole('link', { name: /import the table/ }).getAttribute('href')).toBe('#/import');
  expect(screen.queryByRole('grid')).toBeNull();
});

test('a search narrows the list with every key and stays in the address', async () => {
  serve([...many(30), row(40, { displayName: '林小满', notes: '陶艺' })]);
  show();
  fireEvent.input(await search(), { target: { value: '陶' } });
  await screen.findByText('1 of 31 creators');
  expect(namesDrawn()).toEqual(['林小满']);
  await waitFor(() => expect(decodeURIComponent(location.hash)).toBe('#/creators?q=陶'));
  fireEvent.input(await search(), { target: { value: 'nobody' } });
  await screen.findByText('Nobody fits');
  fireEvent.click(screen.getAllByRole('button', { name: 'Clear the filter' })[0] as HTMLElement);
  await screen.findByText('31 creators');
});

test('an address brings its filter and order along', async () => {
  serve(many(6));
  show('#/creators?status=contacted&sort=followers');
  await screen.findByText('3 of 6 creators');
  expect(namesDrawn()).toEqual(['Invented 2', 'Invented 4', 'Invented 6']);
  expect(screen.getByRole('columnheader', { name: 'Followers' }).getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(screen.getByRole('button', { name: 'Followers' }));
  await waitFor(() => expect(namesDrawn()).toEqual(['Invented 6', 'Invented 4', 'Invented 2']));
  expect(location.hash).toBe('#/creators?status=contacted&sort=-followers');
});

test('a filter menu says how many each choice shows, and Escape gives the focus back', async () => {
  serve(many(5));
  show();
  await screen.findByText('5 creators');
  const filters = within(document.querySelector('search') as HTMLElement);
  fireEvent.click(filters.getByRole('button', { name: 'Status' }));
  expect(filters.getByLabelText(/^Found/).closest('label')?.textContent).toBe('Found3');
  fireEvent.click(filters.getByLabelText(/^Contacted/));
  await screen.findByText('2 of 5 creators');
  const button = filters.getByRole('button', { name: 'Status: Contacted' });
  fireEvent.keyDown(filters.getByLabelText(/^Contacted/), { key: 'Escape' });
  await waitFor(() => expect(filters.queryByLabelText(/^Contacted/)).toBeNull());
  expect(document.activeElement).toBe(button);
});

test('the keyboard moves, selects, extends, takes all, opens and lets go', async () => {
  serve(many(5));
  show();
  const active = async () => (await grid()).getAttribute('aria-activedescendant');
  await screen.findByText('5 creators');
  await key('ArrowDown');
  await key('ArrowDown');
  await waitFor(async () => expect(await active()).toBe(`creator-${id(4)}`));
  await key(' ');
  await screen.findByText('1 selected');
  await key('ArrowDown', { shiftKey: true });
  await screen.findByText('2 selected');
  await key('a', { ctrlKey: true });
  await screen.findByText('5 selected');
  await key('Escape');
  await screen.findByText('5 creators');
  await key('End');
  await waitFor(async () => expect(await active()).toBe(`creator-${id(1)}`));
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(await search());
  client.hold('creator.get');
  await key('Enter');
  expect(location.hash).toBe(`#/creator/${id(1)}`);
});

test('unknown numbers are no zeros, rounded ones say so, and only web addresses are links', async () => {
  serve([
    row(1, { accounts: [] }),
    row(2, {
      accounts: [
        { platform: 'web', handle: 'bad', url: 'javascript:alert(1)', followers: 48_200, rounded: true },
      ],
    }),
  ]);
  show();
  await screen.findByText('2 creators');
  const [rounded, unknown] = drawn();
  expect(rounded?.textContent).toContain('≈ rounded 48.2K');
  expect(
    within(rounded as HTMLElement)
      .getByText('@bad')
      .closest('a')
      ?.hasAttribute('href'),
  ).toBe(false);
  expect(unknown?.textContent).toContain('unknown');
  expect(unknown?.textContent).not.toMatch(/\b0\b/);
});

test('an export without a selection covers what is shown', async () => {
  serve(many(4));
  show('#/creators?status=found');
  await screen.findByText('2 of 4 creators');
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  fireEvent.click(screen.getByRole('button', { name: 'CSV file (.csv)' }));
  await waitFor(() => expect(surroundings.saveFile).toHaveBeenCalled());
  const [name, blob] = surroundings.saveFile.mock.calls[0] as unknown as [string, Blob];
  expect(name).toMatch(/^deckhand-creators-\d{4}-\d\d-\d\d\.csv$/);
  expect((await blob.text()).split('\r\n')).toHaveLength(4);
});

test('nothing is exported while the rows are of a moment ago', async () => {
  serve(many(3));
  show();
  await screen.findByText('Invented 3');
  const release = client.hold('creator.rows-since');
  client.announce('creators');
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  const csv = screen.getByRole('button', { name: 'CSV file (.csv)' });
  await waitFor(() => expect(csv.getAttribute('aria-busy')).toBe('true'));
  fireEvent.click(csv);
  await waitFor(() => expect(client.sentOf('creator.rows-since')).toHaveLength(1));
  expect(surroundings.saveFile).not.toHaveBeenCalled();
  release(ok({ rows: [row(3, { displayName: 'Renamed' })], gone: [], all: false, at }));
  await waitFor(() => expect(csv.getAttribute('aria-busy')).toBeNull());
  fireEvent.click(csv);
  await waitFor(() => expect(surroundings.saveFile).toHaveBeenCalled());
  const [, file] = surroundings.saveFile.mock.calls[0] as unknown as [string, Blob];
  expect(await file.text()).toContain('Renamed');
});

test('another question is answered from the top, a change of the notebook is not', async () => {
  serve(many(300));
  show();
  await screen.findByText('300 creators');
  const table = await grid();
  table.scrollTop = 4_000;
  client.answer('creator.rows-since', { rows: [row(301)], gone: [], all: false, at });
  client.announce('creators');
  await screen.findByText('301 creators');
  expect(table.scrollTop).toBe(4_000);
  fireEvent.input(await search(), { target: { value: 'invented' } });
  await waitFor(() => expect(table.scrollTop).toBe(0));
});
