// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as client from './fake-client.ts';
import { id, watchRow } from './sample-data.ts';
import { at, changeOf } from './watch-samples.ts';
import { setUp, show, tearDown } from './watch-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
beforeEach(setUp);
afterEach(tearDown);

const change = (text: RegExp) => screen.findByText(text, { selector: '.watch-sentence' });

test('what changed stands in sentences under the headings of its days, with whose page it was', async () => {
  client.answer('change.list', {
    changes: [
      changeOf(900, { foundAt: at(2) }),
      changeOf(901, { kind: 'sold-out', severity: 'medium', read: true, foundAt: at(1) }),
    ],
    next: null,
  });
  show();
  const first = (await change(/Candle 900.* costs less/)).closest('li') as HTMLElement;
  expect(first.textContent).toContain('€24.00 → €18.00 (-25%)');
  expect(first.textContent).toContain('Unread');
  const look = first.closest('.watch-look') as HTMLElement;
  expect(within(look).getByRole('link', { name: 'Nordlicht' }).getAttribute('href')).toBe(
    `#/watch/${id(10)}?page=${id(510)}`,
  );
  expect(
    within(look)
      .getByRole('link', { name: /^Open this look/ })
      .getAttribute('href'),
  ).toBe(
    `#/watch/${id(10)}?page=${id(510)}&look=${id(801)}&at=${encodeURIComponent(at(2))}&before=${id(800)}`,
  );
  const second = (await change(/Candle 901.* is sold out/)).closest('li') as HTMLElement;
  expect(second.textContent).not.toContain('Unread');
  expect(document.querySelectorAll('.watch-day')).toHaveLength(2);
});

test('what one look found stands together, though others came between', async () => {
  client.answer('change.list', {
    changes: [
      changeOf(900),
      changeOf(901, { snapshotId: id(850), competitorId: id(11), watchedPageId: id(511) }),
      changeOf(902, { kind: 'sold-out' }),
    ],
    next: null,
  });
  show();
  await change(/Candle 900/);
  const looks = [...document.querySelectorAll<HTMLElement>('.watch-look')];
  expect(looks.map((look) => look.querySelectorAll('.watch-change').length)).toEqual([2, 1]);
  const named = looks.map((look) => within(look).getByRole('link', { name: /^Open this look/ }));
  expect(named.map((link) => link.getAttribute('aria-label')?.replace(/, .*/, ''))).toEqual([
    'Open this look: Nordlicht',
    'Open this look: Fougere',
  ]);
});

test('of a long watchlist the first competitors stand above what changed, the others one press away', async () => {
  const rows = Array.from({ length: 12 }, (_, n) => watchRow(20 + n, `Shop ${n + 1}`));
  client.answer('watch.list', { rows });
  show();
  await screen.findByRole('link', { name: 'Shop 9' });
  expect(screen.queryByRole('link', { name: 'Shop 10' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show 3 more' }));
  expect(screen.getByRole('link', { name: 'Shop 12' })).toBeTruthy();
});

test('filters are asked of the background and stand in the address; muted ones only where they are wanted', async () => {
  show(`#/watch?competitor=${id(10)}&severity=medium`);
  await screen.findByText('No change fits');
  expect(client.sentOf('change.list').at(-1)).toMatchObject({
    filter: { competitorId: id(10), severities: ['medium', 'high'], muted: false },
  });
  fireEvent.change(screen.getByLabelText('Kind of change'), { target: { value: 'price-down' } });
  await waitFor(() =>
    expect(client.sentOf('change.list').at(-1)).toMatchObject({ filter: { kinds: ['price-down'] } }),
  );
  expect(location.hash).toContain('kind=price-down');
  fireEvent.change(screen.getByLabelText('Shown'), { target: { value: 'muted' } });
  await waitFor(() =>
    expect(client.sentOf('change.list').at(-1)).toMatchObject({
      filter: { kinds: ['price-down'], muted: true },
    }),
  );
  expect(location.hash).toContain('show=muted');
});

test('one press marks a change as read, and the focus stays at it', async () => {
  client.answer('change.list', { changes: [changeOf(900)], next: null });
  client.answer('change.read', { read: 1 });
  show();
  const row = (await change(/Candle 900/)).closest('li') as HTMLElement;
  fireEvent.click(within(row).getByRole('button', { name: /^Mark as read/ }));
  await waitFor(() =>
    expect(client.sentOf('change.read')[0]).toMatchObject({ which: { changeIds: [id(900)] } }),
  );
  await waitFor(() => expect(document.activeElement).toBe(row));
});

test('all are marked up to the newest that is shown; with a narrower filter only what is on the screen', async () => {
  client.answer('change.list', { changes: [changeOf(900), changeOf(901, { read: true })], next: null });
  client.answer('change.read', { read: 4 });
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  await screen.findByText('4 changes marked as read', { selector: '.toast-words' });
  expect(client.sentOf('change.read')[0]).toMatchObject({ which: { competitorId: null, until: at(2) } });
  location.hash = '#/watch?kind=price-down';
  fireEvent.click(await screen.findByRole('button', { name: 'Mark these as read' }));
  await waitFor(() =>
    expect(client.sentOf('change.read')[1]).toMatchObject({ which: { changeIds: [id(900)] } }),
  );
});

test('one press mutes a kind on its page; a muted one says by whom and is lifted the same way', async () => {
  client.answer('change.mute', { changes: 3 });
  client.answer('change.list', {
    changes: [changeOf(900), changeOf(901, { muted: 'noisy', kind: 'picture', title: 'Jar' })],
    next: null,
  });
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Mute this kind on this page: Price down' }));
  await screen.findByText('“Price down” is muted on this page', { selector: '.toast-words' });
  expect(client.sentOf('change.mute')[0]).toMatchObject({
    of: { watchedPageId: id(510) },
    kind: 'price-down',
    on: true,
  });
  expect(screen.getByText('Muted by itself: it flickers')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Unmute: Picture' }));
  await waitFor(() => expect(client.sentOf('change.mute')[1]).toMatchObject({ kind: 'picture', on: false }));
});

test('a note has the three prompts; empty ones are not sent', async () => {
  client.answer('change.list', { changes: [changeOf(900)], next: null });
  client.answer('change.note', changeOf(900));
  show();
  fireEvent.click(await screen.findByText('Add a note'));
  fireEvent.input(screen.getByLabelText('What can we borrow?'), { target: { value: ' The bundle ' } });
  fireEvent.input(screen.getByLabelText('What is good about it?'), { target: { value: '  ' } });
  expect(screen.getByLabelText('What changed?')).toBeTruthy();
  fireEvent.submit(screen.getByLabelText('What changed?').closest('form') as HTMLFormElement);
  await waitFor(() => expect(client.sentOf('change.note')).toHaveLength(1));
  expect(client.sentOf('change.note')[0]).toMatchObject({ changeId: id(900) });
  expect(client.sentOf('change.note')[0]?.note).toEqual({ borrow: 'The bundle' });
});

test('a text of a page is only text, and a long one stands in full behind the sentence', async () => {
  const attack = `<img src=x onerror="alert(1)"> ${'long '.repeat(60)}`;
  client.answer('change.list', {
    changes: [changeOf(900, { kind: 'text', key: 'main/p 1', from: 'Short', to: attack, title: undefined })],
    next: null,
  });
  show();
  await change(/Another text/);
  expect(document.querySelector('main img')).toBeNull();
  fireEvent.click(screen.getByText('Show the whole text'));
  expect(screen.getByText((_, node) => node?.tagName === 'DD' && node.textContent === attack)).toBeTruthy();
});

test('older ones follow where the list ended, and an answer that found nothing yet is gone on from', async () => {
  const place = { at: at(1), id: id(901) };
  client.answer('change.list', (input: Record<string, unknown>) => {
    const before = input.before as { id: string } | null;
    if (!before) return { changes: [], next: { at: at(2), id: id(999) } };
    return before.id === id(999)
      ? { changes: Array.from({ length: 100 }, (_, n) => changeOf(1_000 + n)), next: place }
      : { changes: [changeOf(950, { title: 'The oldest' })], next: null };
  });
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Show older' }));
  await change(/The oldest/);
  expect(client.sentOf('change.list').at(-1)).toMatchObject({ before: place });
  expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
});

test('the competitors say what is new, what is stale and why a page could not be read', async () => {
  client.answer('watch.digest', {
    rows: [
      {
        competitorId: id(10),
        unread: { low: 0, medium: 0, high: 1 },
        pages: [
          { watchedPageId: id(510), lastReadAt: at(1), lastTriedAt: at(2), unreadable: 'wall', stale: true },
        ],
      },
      {
        competitorId: id(11),
        unread: { low: 0, medium: 0, high: 0 },
        pages: [{ watchedPageId: id(511), stale: true }],
      },
    ],
    unread: { low: 0, medium: 0, high: 1 },
    staleDays: 7,
  });
  show();
  const first = (await screen.findByRole('link', { name: 'Nordlicht' })).closest('li') as HTMLElement;
  await within(first).findByText('Could not be read: a login page or a check stood there');
  expect(within(first).getByText('1 change')).toBeTruthy();
  expect(within(first).getByText('Not read for 7 days or longer')).toBeTruthy();
  const second = screen.getByRole('link', { name: 'Fougere' }).closest('li') as HTMLElement;
  expect(within(second).getByText('No snapshot yet')).toBeTruthy();
});

test('a failure says so and offers another try', async () => {
  client.refuse('change.list', 'internal');
  show();
  const again = await screen.findByRole('button', { name: 'Try again' });
  client.answer('change.list', { changes: [changeOf(900)], next: null });
  fireEvent.click(again);
  await change(/Candle 900/);
});

test('the space that snapshots take is asked for when somebody wants to know, and thinned until nothing is left', async () => {
  client.answer('watch.storage', {
    snapshots: 150,
    bytes: { reading: 1_000_000, text: 500_000, picture: 30_000_000, layout: 500_000 },
    thinnable: { snapshots: 40, bytes: 12_000_000 },
  });
  const steps = [
    { thinned: 20, bytes: 6_000_000, left: 20 },
    { thinned: 20, bytes: 5_000_000, left: 0 },
  ];
  client.answer('watch.thin', () => steps.shift());
  show();
  const details = (await screen.findByText('Space that the snapshots take')).closest(
    'details',
  ) as HTMLDetailsElement;
  expect(client.sentOf('watch.storage')).toEqual([]);
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await screen.findByText('150 snapshots, 32 MB');
  fireEvent.click(screen.getByRole('button', { name: 'Thin 40 old snapshots, frees 12 MB' }));
  await screen.findByText('11 MB came free', { selector: '.toast-words' });
  expect(client.sentOf('watch.thin')).toHaveLength(2);
});
