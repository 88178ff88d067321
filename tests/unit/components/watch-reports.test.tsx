// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { words as en } from '../../../components/dashboard/watch/words/en.ts';
import { words as zhTW } from '../../../components/dashboard/watch/words/zh_TW.ts';
import { ok } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';
import { id, settings } from './sample-data.ts';
import { at, changeOf, euro, lookOf, seriesOf, watchlist } from './watch-samples.ts';
import { setUp, show, tearDown } from './watch-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 4, 12) });
  setUp();
  client.answer('watch.series', ({ watchedPageId }: Record<string, unknown>) =>
    watchedPageId === id(510)
      ? seriesOf({
          looks: [
            {
              at: at(2),
              snapshotId: id(801),
              products: 60,
              promotions: 4,
              lowest: euro('9.00'),
              highest: euro('80.00'),
            },
          ],
        })
      : seriesOf(),
  );
});
afterEach(() => {
  vi.useRealTimers();
  tearDown();
});

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

test('competitors stand beside our own shop, ours first; what nobody said is unknown and never zero', async () => {
  show('#/watch/compare');
  const table = await screen.findByRole('table', { name: 'Compare' });
  expect(names()).toEqual(['Harbour & Pine Ours', 'Nordlicht Level', 'Fougere Ahead']);
  const cells = (name: string) =>
    within(within(table).getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cells('Nordlicht')).toEqual(['€9.00 – €80.00', '60', '4', 'unknown', 'unknown']);
  expect(cells('Harbour')).toEqual(Array.from({ length: 5 }, () => 'unknown'));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Fougere' }));
  await waitFor(() => expect(names()).toEqual(['Harbour & Pine Ours', 'Nordlicht Level']));
  // the figures of those two have come again
  await waitFor(() => expect(client.sentOf('watch.series')).toHaveLength(2 * watchlist.length - 1));
  await new Promise((next) => setTimeout(next));
  const done = client.hold('watch.series');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Fougere' }));
  await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  // figures that are still to come are not unknown ones
  for (const _page of watchlist) {
    done(ok(seriesOf()));
    await Promise.resolve();
    await new Promise((next) => setTimeout(next));
  }
  await waitFor(() => expect(names()).toHaveLength(3));
});

test('the week is asked for from midnight to midnight, and another one can be chosen', async () => {
  show('#/watch/report');
  await screen.findByRole('heading', { name: 'Weekly comparison' });
  await waitFor(() => expect(client.sentOf('change.list')).toHaveLength(1));
  const from = (back: number) => new Date(2026, 1, 26 - back).toISOString();
  expect(client.sentOf('change.list')[0]).toMatchObject({
    filter: { from: from(0), until: new Date(2026, 2, 5).toISOString(), muted: false },
  });
  fireEvent.change(await screen.findByLabelText('Seven days'), { target: { value: '2026-02-25' } });
  await waitFor(() =>
    expect(client.sentOf('change.list').at(-1)).toMatchObject({ filter: { from: from(7) } }),
  );
});

test('a report tells the changes and the notes of the week, and can be printed, saved and copied', async () => {
  client.answer('change.list', {
    changes: [changeOf(900), changeOf(901, { kind: 'title', severity: 'low', from: 'A', to: 'B' })],
    next: null,
  });
  client.answer('snapshot.list', ({ competitorId }: Record<string, unknown>) => ({
    rows:
      competitorId === id(11)
        ? [
            lookOf(801, { competitorId: id(11), note: { borrow: 'The bundle' } }),
            lookOf(700, {
              competitorId: id(11),
              takenAt: '2026-01-01T00:00:00.000Z',
              note: { good: 'Long ago' },
            }),
          ]
        : [],
    more: false,
  }));
  const print = vi.fn();
  window.print = print;
  const writeText = vi.fn(async (_text: string) => undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  show('#/watch/report');
  const part = await screen.findByRole('region', { name: 'Nordlicht' });
  expect(
    within(part)
      .getAllByRole('listitem')
      .map((item) => item.textContent?.replace(/[\u2068\u2069]/g, '')),
  ).toEqual(['Candle 900 costs less: €24.00 → €18.00 (-25%)', 'Another title: “A” → “B”']);
  expect(within(screen.getByRole('region', { name: 'Fougere' })).getByText('The bundle')).toBeTruthy();
  expect(screen.queryByText('Long ago')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Copy for a colleague' }));
  await screen.findByText('Copied. Paste it into a message.', { selector: '.toast-words' });
  expect(writeText.mock.calls[0]?.[0]).toContain('• Candle 900 costs less: €24.00 → €18.00 (-25%)');
  fireEvent.click(screen.getByRole('button', { name: 'Save as Markdown' }));
  const [name, file] = vi.mocked(surroundings.saveFile).mock.calls[0] ?? [];
  expect(name).toBe('deckhand-watch-2026-03-04.md');
  expect(await file?.text()).toContain('| Nordlicht | €9.00 – €80.00 | 60 | 4 | unknown | unknown |');
});

test('the pages speak the language of the settings', async () => {
  client.answer('settings.get', { ...settings, language: 'zh_TW' });
  show('#/watch/report');
  await screen.findByRole('heading', { name: zhTW.watch_report_title });
  expect(screen.queryByText(en.watch_report_title)).toBeNull();
});
