// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as client from './fake-client.ts';
import { id } from './sample-data.ts';
import {
  button,
  figuresOf,
  press,
  serve,
  setUp,
  show,
  surroundings,
  tearDown,
  templateOf,
  titles,
  type,
} from './templates-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
beforeEach(setUp);
afterEach(tearDown);

test('of two thousand replies only those near the window are drawn, the most used first', async () => {
  serve(
    Array.from({ length: 2_000 }, (_, index) => templateOf(index + 1)),
    [figuresOf(1_234, 9)],
  );
  show();
  await screen.findByText('2,000 replies');
  await waitFor(() => expect(titles()[0]).toBe('Reply 1234'));
  expect(titles().length).toBeLessThan(60);
  expect(screen.getByText('Used 9 times')).toBeTruthy();
});

test('a search finds by pinyin initials and orders by fit; folders and sites narrow with their numbers', async () => {
  serve([
    templateOf(1, { title: '物流查询', folder: '售后' }),
    templateOf(2, { title: 'Thanks', tags: ['vip'], folder: 'Community/Fans', platforms: ['instagram'] }),
    templateOf(3),
  ]);
  show();
  await screen.findByText('3 replies');
  await type(/Search titles/, 'wlcx');
  await screen.findByText('1 of 3 replies');
  expect(titles()).toEqual(['物流查询']);
  await waitFor(() => expect(location.hash).toContain('q=wlcx'));
  await press('Clear the search');
  await press(/^Folder/);
  fireEvent.click(await button(/^Community/));
  await screen.findByText('1 of 3 replies');
  expect(titles()).toEqual(['Thanks']);
  expect(location.hash).toContain('folder=Community');
  await type(/Search titles/, 'nothing like that');
  await screen.findByText('No reply fits');
  fireEvent.click(screen.getAllByRole('button', { name: 'Clear the filter' })[0] as HTMLElement);
  await screen.findByText('3 replies');
});

test('replies whose day has come are counted, and one press shows them', async () => {
  serve([
    templateOf(1, { reviewOn: '2026-02-01' }),
    templateOf(2, { reviewOn: '2026-12-01' }),
    templateOf(3),
  ]);
  show();
  await press(/1 reply to review/);
  await waitFor(() => expect(titles()).toEqual(['Reply 1']));
  expect(location.hash).toContain('show=review');
});

test('with nothing there the starter set is one press away, in three languages, with the titles of the screen', async () => {
  serve([]);
  client.answer('template.starter', { added: 14, there: 0 });
  show();
  await screen.findByText('No saved reply yet');
  expect(screen.queryByRole('grid')).toBeNull();
  await press('Add the starter set');
  await screen.findAllByText('14 replies added');
  const [sent] = client.sentOf('template.starter');
  const templates = sent?.templates as { title: string; variants: { language: string }[] }[];
  expect(templates.length).toBeGreaterThan(10);
  expect(templates[0]?.title).toBe('Is this legit?');
  expect(templates[0]?.variants.map(({ language }) => language)).toEqual(['en', 'zh-CN', 'zh-TW']);
});

test('a failure says so and offers another try', async () => {
  client.refuse('template.list', 'unreachable');
  client.answer('template.statistics', { templates: [] });
  show();
  await screen.findByText(/Deckhand did not answer/);
  serve([templateOf(1)]);
  await press('Try again');
  await screen.findByText('1 reply');
});

test('the shown replies are saved as a share file and as a table', async () => {
  serve([templateOf(1, { title: '=1+1' }), templateOf(2, { archived: true })]);
  show();
  await press(/^Export/);
  await press('Share file (JSON)');
  await waitFor(() => expect(surroundings.saveFile).toHaveBeenCalledTimes(1));
  const [name, share] = vi.mocked(surroundings.saveFile).mock.calls[0] as [string, Blob];
  expect(name).toMatch(/^deckhand-replies-.*\.json$/);
  expect(JSON.parse(await share.text()).templates.map(({ id: own }: { id: string }) => own)).toEqual([id(1)]);
  await press(/^Export/);
  await press('Table (CSV)');
  await waitFor(() => expect(surroundings.saveFile).toHaveBeenCalledTimes(2));
  const [, table] = vi.mocked(surroundings.saveFile).mock.calls[1] as [string, Blob];
  // a spreadsheet does not calculate it
  expect(await table.text()).toContain(`"'=1+1"`);
});

test('the handover page puts voice, today, watchlist and replies on one sheet', async () => {
  const { overviewOf } = await import('./sample-data.ts');
  serve([
    templateOf(1, {
      folder: 'Service',
      shortcut: 'parcel',
      variants: [
        { language: 'en', wordings: [{ id: id(7), text: 'Hi {{ person.first_name | default: "you" }}' }] },
      ],
    }),
  ]);
  const { watchlist, checklist } = overviewOf();
  client.answer('handover.get', { watchlist, checklist });
  show('#/templates/handover');
  const replies = within(await screen.findByRole('region', { name: 'Saved replies' }));
  expect(replies.getByText('Hi [First name or “you”]')).toBeTruthy();
  expect(screen.getByText('Nordlicht')).toBeTruthy();
  expect(screen.getByText('Parcels answered')).toBeTruthy();
  const print = vi.fn();
  vi.stubGlobal('print', print);
  await press('Print');
  expect(print).toHaveBeenCalledOnce();
});
