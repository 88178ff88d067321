// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as client from './fake-client.ts';
import { plots } from './fake-plot.ts';
import { surroundings } from './person-samples.ts';
import { id } from './sample-data.ts';
import { at, changeOf, euro, hash, lookOf, nordlicht, seriesOf, watchlist } from './watch-samples.ts';
import { setUp, show, tearDown } from './watch-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
// there is no canvas here: what would be drawn is kept
vi.mock('uplot', () => import('./fake-plot.ts'));
vi.mock('uplot/dist/uPlot.min.css', () => ({}));
beforeEach(setUp);
afterEach(tearDown);

const competitor = `#/watch/${id(10)}`;
const look = (n: number) =>
  `${competitor}?page=${id(510)}&look=${id(n)}&at=${encodeURIComponent(at(n - 799))}`;
const looks = [lookOf(803), lookOf(802, { status: { state: 'unreadable', reason: 'wall' } }), lookOf(801)];
const picture = (from: number) => ({
  layer: 'picture',
  tiles: [from, from + 1].map((n) => ({ hash: hash(n), width: 640, height: 256 })),
  cut: true,
  visibleOnly: false,
});

test('the timeline says how each look came about; pin and removal are one press, removal can be undone', async () => {
  client.answer('snapshot.list', { rows: looks, more: false });
  client.answer('snapshot.pin', {});
  client.answer('snapshot.remove', {});
  client.answer('operation.undo', { left: 0, kept: 0 });
  show(competitor);
  const timeline = (await screen.findByRole('heading', { name: 'Every look' })).closest(
    'section',
  ) as HTMLElement;
  await waitFor(() => expect(within(timeline).getAllByRole('listitem')).toHaveLength(3));
  expect(within(timeline).getByText(/Could not be read: a login page/)).toBeTruthy();
  const [newest] = within(timeline).getAllByRole('listitem');
  const keep = within(newest as HTMLElement).getByRole('button', { name: /^Keep for ever/ });
  expect(keep.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(keep);
  await waitFor(() =>
    expect(client.sentOf('snapshot.pin')[0]).toMatchObject({ snapshotId: id(803), pinned: true }),
  );
  fireEvent.click(within(newest as HTMLElement).getByRole('button', { name: /^Remove/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(client.sentOf('operation.undo')).toHaveLength(1));
  expect(client.sentOf('operation.undo')[0]?.undo).toBe(client.sentOf('snapshot.remove')[0]?.operationId);
});

test('a look stands beside the last readable one before it, with both pictures from this notebook alone', async () => {
  client.answer('snapshot.list', { rows: looks, more: false });
  client.answer('change.list', { changes: [changeOf(900)], next: null });
  client.answer('snapshot.layer', (input: Record<string, unknown>) =>
    picture(input.snapshotId === id(803) ? 10 : 20),
  );
  client.answer('snapshot.tile', { type: 'image/webp', data: btoa('strip') });
  show(look(803));
  const panel = (await screen.findByRole('heading', { name: /^The look of/ })).closest(
    'section',
  ) as HTMLElement;
  // the newest is compared with the oldest: a wall stood there in between
  await within(panel).findByText(/^Compared with Mar 2, 2026/);
  await waitFor(() => expect(panel.querySelectorAll('img')).toHaveLength(4));
  for (const image of panel.querySelectorAll('img')) expect(image.src).toMatch(/^blob:/);
  expect(
    client
      .sentOf('snapshot.tile')
      .map(({ hash: one }) => one)
      .sort(),
  ).toEqual([10, 11, 20, 21].map(hash));
  expect(within(panel).getAllByRole('img', { name: /^Picture of the page/ })).toHaveLength(2);
  expect(within(panel).getAllByText('The page goes on below.')).toHaveLength(2);
  expect(within(panel).getByText(/costs less/)).toBeTruthy();
});

test('the slider is the browser’s own, with words for where it stands; the overlay is under More', async () => {
  client.answer('snapshot.list', { rows: looks, more: false });
  client.answer('snapshot.layer', picture(10));
  client.answer('snapshot.tile', { type: 'image/webp', data: btoa('strip') });
  show(look(803));
  fireEvent.click(await screen.findByRole('tab', { name: 'Slider' }));
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: /How far the newer picture/ });
  const upper = document.querySelector<HTMLElement>('.watch-upper');
  expect(upper?.style.clipPath).toBe('inset(0 50% 0 0)');
  fireEvent.input(slider, { target: { value: '80' } });
  await waitFor(() => expect(upper?.style.clipPath).toBe('inset(0 20% 0 0)'));
  expect(slider.getAttribute('aria-valuetext')).toBe('80 percent');
  fireEvent.click(screen.getByRole('button', { name: 'Lay one over the other' }));
  await screen.findByRole('slider', { name: /How strongly/ });
  await waitFor(() => expect(document.querySelector<HTMLElement>('.watch-upper')?.style.opacity).toBe('0.8'));
});

test('without a picture the reason is said', async () => {
  client.answer('snapshot.list', { rows: [lookOf(801)], more: false });
  client.answer('snapshot.layer', { layer: 'missing', reason: 'no-permission' });
  show(look(801));
  await screen.findByText(/^No picture: the browser allows pictures only after/);
  expect(screen.getByText(/^The first look that could be read/)).toBeTruthy();
  expect(client.sentOf('snapshot.tile')).toEqual([]);
});

test('the layout is text: no link, no picture, no address, and what stands only on one side is marked', async () => {
  client.answer('snapshot.list', { rows: looks, more: false });
  client.answer('snapshot.layer', (input: Record<string, unknown>) =>
    input.layer === 'picture'
      ? { layer: 'missing', reason: 'not-asked' }
      : {
          layer: 'layout',
          layout: {
            nodes: [
              { parent: -1, tag: 'main', region: 'main' },
              { parent: 0, tag: 'p' },
              { parent: 1, text: input.snapshotId === id(803) ? 'Free delivery' : 'Candles' },
              { parent: 0, tag: 'a', href: 'https://tracker.example/' },
              { parent: 3, text: 'Our shop' },
              { parent: 0, tag: 'img', picture: 'https://tracker.example/p.gif', alt: 'A pillar' },
            ],
            styles: 'p { background: url(https://tracker.example/) }',
            cut: false,
          },
        },
  );
  show(look(803));
  const details = (await screen.findByText('Layout, as text')).closest('details') as HTMLDetailsElement;
  expect(client.sentOf('snapshot.layer').every(({ layer }) => layer === 'picture')).toBe(true);
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const box = await screen.findByText('Free delivery', { exact: false, selector: '.watch-box' });
  await waitFor(() => expect(box.textContent).toBe('only here Free delivery'));
  expect(
    within(details)
      .getAllByText('Our shop')
      .every((node) => node.className === 'watch-box link depth-1'),
  ).toBe(true);
  expect(details.querySelector('a, img, style, [style]')).toBeNull();
  expect(details.innerHTML).not.toContain('tracker.example');
});

test('a look that was thinned or removed says so', async () => {
  client.answer('snapshot.list', { rows: [lookOf(801)], more: false });
  show(look(805));
  await screen.findByText('This look is not kept any more.');
});

test('charts have their values as a table whose rows open the day', async () => {
  const point = (day: number, price: string) => ({
    at: at(day),
    snapshotId: id(800 + day),
    price: euro(price),
  });
  client.answer(
    'watch.series',
    seriesOf({
      looks: [
        { at: at(1), snapshotId: id(801), followers: 1_200 },
        { at: at(2), snapshotId: id(802), followers: 1_500 },
      ],
      prices: [
        { key: '7', title: 'Pillar', points: [point(1, '24.00'), point(2, '18.50')] },
        { key: '8', title: 'Jar', points: [point(1, '9.00')] },
      ],
    }),
  );
  show(competitor);
  await screen.findByText('2 values: 1,200 → 1,500, lowest 1,200, highest 1,500');
  expect(screen.getByText('2 values: €24.00 → €18.50, lowest €18.50, highest €24.00')).toBeTruthy();
  const figure = screen.getByText('Price of Pillar').closest('figure') as HTMLElement;
  const details = figure.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await waitFor(() => expect(within(figure).getAllByRole('row')).toHaveLength(3));
  expect(within(figure).getAllByRole('row')[1]?.textContent).toContain('€18.50');
  fireEvent.click(within(figure).getAllByRole('button', { name: /^Open the look of/ })[0] as HTMLElement);
  expect(location.hash).toBe(look(802).replace(encodeURIComponent(at(3)), encodeURIComponent(at(2))));
  fireEvent.change(screen.getByLabelText('Product'), { target: { value: '8' } });
  await screen.findByText('Price of Jar', { selector: 'bdi' });
  fireEvent.click(screen.getByRole('button', { name: 'Save these figures as CSV' }));
  expect(vi.mocked(surroundings.saveFile).mock.calls[0]?.[0]).toMatch(/^deckhand-watch-.*\.csv$/);
});

test('everything that is muted is listed with its reason, and lifted where it was muted', async () => {
  const [page] = nordlicht.pages;
  const muted = {
    competitor: { ...nordlicht.competitor, mutes: [{ kind: 'text', by: 'person', since: at(1) }] },
    pages: [{ ...page, mutes: [{ kind: 'price-up', key: '7', by: 'noisy', since: at(1) }] }],
  };
  client.answer('watch.list', { rows: [muted, ...watchlist.slice(1)] });
  client.answer('change.mute', { changes: 2 });
  show(competitor);
  const list = (await screen.findByRole('heading', { name: 'Muted' })).closest('section') as HTMLElement;
  expect(within(list).getByText(/Muted by itself/)).toBeTruthy();
  fireEvent.click(within(list).getByRole('button', { name: 'Unmute: Text' }));
  await waitFor(() =>
    expect(client.sentOf('change.mute')[0]).toMatchObject({
      of: { competitorId: id(10) },
      kind: 'text',
      on: false,
    }),
  );
  fireEvent.click(within(list).getByRole('button', { name: 'Unmute: Price up' }));
  await waitFor(() =>
    expect(client.sentOf('change.mute')[1]).toMatchObject({
      of: { watchedPageId: id(510) },
      key: '7',
      on: false,
    }),
  );
});

test('a competitor that is not there any more says so', async () => {
  show(`#/watch/${id(99)}`);
  await screen.findByText('This competitor is not on the watchlist any more.');
});

test('a click on a point of a chart opens the look of that day, and a chart that goes away is taken down', async () => {
  client.answer(
    'watch.series',
    seriesOf({
      looks: [1, 2].map((day) => ({ at: at(day), snapshotId: id(800 + day), followers: 1_000 * day })),
    }),
  );
  const { unmount } = show(competitor);
  await waitFor(() =>
    expect(plots.at(-1)?.data).toEqual([
      [Date.parse(at(1)) / 1_000, Date.parse(at(2)) / 1_000],
      [1_000, 2_000],
    ]),
  );
  const plot = plots.at(-1);
  if (plot) plot.cursor.idx = 0;
  plot?.over.click();
  expect(location.hash).toBe(look(801).replace(encodeURIComponent(at(2)), encodeURIComponent(at(1))));
  unmount();
  await waitFor(() => expect(plot?.destroyed).toBe(true));
});
