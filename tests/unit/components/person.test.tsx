// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import type { Observation } from '../../../utils/domain/creator.ts';
import * as client from './fake-client.ts';
import {
  account,
  activityRow,
  creatorId,
  look,
  personOf,
  surroundings,
  unreadAccount,
} from './person-samples.ts';
import { field, press, setUp, show, submit, tearDown, type } from './person-screen.tsx';
import { id } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

beforeEach(setUp);
afterEach(tearDown);

test('somebody who is not there, or never was: said in words, with the way back', async () => {
  client.refuse('creator.get', 'not-found');
  location.hash = `#/creator/${creatorId}`;
  render(<Dashboard {...surroundings} />);
  await screen.findByRole('heading', { name: 'Nobody here' });
  expect(screen.getByRole('link', { name: 'Back to the list' }).getAttribute('href')).toBe('#/creators');
});

test('a failure is said and can be tried again', async () => {
  client.refuse('creator.get', 'unreachable');
  location.hash = `#/creator/${creatorId}`;
  render(<Dashboard {...surroundings} />);
  await screen.findByText(/did not answer/);
  show();
  await press('Try again');
  await screen.findByRole('heading', { level: 1, name: 'Mara Lind' });
});

test('only web addresses become links, and they give nothing away', async () => {
  show(personOf({ accounts: [account, unreadAccount] }));
  const profile = await screen.findByRole('link', { name: /Instagram @mara/ });
  expect(profile.getAttribute('rel')).toBe('noreferrer');
  expect(profile.getAttribute('target')).toBe('_blank');
  expect(screen.queryByRole('link', { name: /Pinterest/ })).toBeNull();
  expect(screen.getByText('javascript:alert(1)').closest('a')).toBeNull();
  expect(document.querySelector('a[href^="javascript"]')).toBeNull();
  // what a page said stays text
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
});

test('each fact has its source; what was not read is said and never 0', async () => {
  show(personOf({ accounts: [account, unreadAccount] }));
  await screen.findByText('Not read: Posts, Email');
  expect(screen.getByText(/Nothing was read here yet/)).toBeTruthy();
  expect(screen.getByText('12.3K')).toBeTruthy();
  expect(screen.getByText(/description in the page’s head/)).toBeTruthy();
  expect(screen.getByText('@mara.old')).toBeTruthy();
});

test.each<[string, Observation[]]>([
  ['One look so far.', [look(1, 12_000)]],
  ['+250', [look(1, 12_000), look(5, 12_250)]],
  ['no change', [look(1, 12_000), look(5, 12_000)]],
  ['no change beyond the site’s rounding', [look(1, 12_250), look(5, 12_300, true)]],
  ['no change beyond the site’s rounding', [look(1, 12_300, true), look(5, 12_400, true)]],
  ['about −2,300', [look(1, 14_560), look(5, 12_300, true)]],
])('growth is said no finer than it is known: %s', async (words, observations) => {
  show(personOf(), observations);
  await screen.findByText((text) => text.startsWith(words));
});

test('the line is told in words, and its numbers stand in a table', async () => {
  show(personOf(), [look(1, 12_000), look(3, 15_000, true), look(5, 11_500)]);
  const line = await screen.findByRole('img', { name: /3 looks, from 12,000/ });
  expect(line.getAttribute('aria-label')).toMatch(/lowest 11,500, highest 15,000/);
  expect(line.querySelectorAll('circle.hollow')).toHaveLength(1);
  const details = screen.getByText('The numbers').closest('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const rows = within(await screen.findByRole('table')).getAllByRole('row');
  expect(rows.slice(1).map((row) => row.lastElementChild?.textContent)).toEqual([
    '11,500',
    '15,000 rounded',
    '12,000',
  ]);
});

test('the name is changed and can be put back; an empty one is refused', async () => {
  show();
  await press('Change the name');
  await waitFor(() => expect(field('Name').value).toBe('Mara Lind'));
  type('Name', ' ');
  await submit('Name');
  await screen.findByText('Write a name.');
  expect(client.sentOf('creator.update')).toEqual([]);
  type('Name', 'Mara L.');
  await submit('Name');
  await screen.findAllByText('Now called Mara L.');
  const [sent] = client.sentOf('creator.update');
  expect(sent).toMatchObject({ changes: { displayName: 'Mara L.' } });
  client.answer('operation.undo', { left: 0, kept: 0 });
  await press('Undo');
  await waitFor(() => expect(client.sentOf('operation.undo')[0]?.undo).toBe(sent?.operationId));
});

test('one press notes that they were in touch today', async () => {
  vi.useFakeTimers({ now: new Date(2026, 2, 2, 12), toFake: ['Date'] });
  show();
  await press('Today');
  expect(field('Last contact').value).toBe('2026-03-02');
  vi.useRealTimers();
  await submit('Last contact');
  await screen.findAllByText('Changes to Mara Lind saved');
  expect(client.sentOf('creator.update')[0]).toMatchObject({ changes: { lastContact: '2026-03-02' } });
});

test('what was typed is saved when the page is left, without half an action', async () => {
  show();
  await screen.findByLabelText('Notes');
  type('Notes', 'Prefers mail');
  type('Due', '');
  await waitFor(() => expect(field('Due').value).toBe(''));
  location.hash = '#/about';
  await waitFor(() => expect(client.sentOf('creator.update')[0]?.changes).toEqual({ notes: 'Prefers mail' }));
  await screen.findAllByText('Changes to Mara Lind saved');
});

test('leaving with nothing typed writes nothing', async () => {
  show();
  await screen.findByLabelText('Notes');
  location.hash = '#/about';
  await screen.findByText('Version 1.2.3');
  expect(client.sentOf('creator.update')).toEqual([]);
});

test('what was done to the person can be taken back from here', async () => {
  client.answer('operation.undo', { left: 0, kept: 0 });
  show();
  client.answer('creator.history', {
    series: [],
    activities: [activityRow(1, 'creator-updated', { undoable: true }, { subjectId: creatorId })],
    introducedBy: { id: id(99), name: 'Tove' },
  });
  const list = await screen.findByRole('heading', { level: 2, name: 'Activity' });
  await press(/^Undo: Creator changed/);
  await waitFor(() => expect(client.sentOf('operation.undo')[0]?.undo).toBe(id(5_001)));
  expect(list.parentElement?.textContent).not.toContain('removed creator');
  expect(screen.getByRole('link', { name: 'Tove' }).getAttribute('href')).toBe(`#/creator/${id(99)}`);
});

test('how loyal somebody is by their points stands on their page; who is no fan has no such line', async () => {
  const at = '2026-03-01T08:00:00.000Z';
  const author = { platform: 'instagram', handle: 'mara' };
  const fan = {
    id: id(3),
    createdAt: at,
    updatedAt: at,
    author,
    keys: [],
    points: 6,
    firstAt: at,
    lastAt: at,
  };
  client.answer('fan.of', { rows: [] });
  show();
  await screen.findByRole('heading', { level: 1, name: 'Mara Lind' });
  expect(screen.queryByText('All superfans')).toBeNull();
  client.answer('fan.of', { rows: [{ fan, level: 'loyal', creatorId }] });
  client.announce('fans');
  expect((await screen.findByText('All superfans')).closest('p')?.textContent).toContain(
    'Loyal fan, 6 points',
  );
});
