// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../../components/dashboard/queue/queue-page.tsx';
import '../../../components/dashboard/settings.tsx';
import '../../../components/queue/words/en.ts';
import '../../../components/dashboard/watch/words/en.ts';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import { readDays } from '../../../components/dashboard/read-days.ts';
import { Popup } from '../../../components/popup/popup.tsx';
import { suggestReplies } from '../../../components/queue/suggest-replies.ts';
import { spanWords } from '../../../components/queue/wait-words.ts';
import type { CaseRow } from '../../../utils/domain/case-row.ts';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';
import { quietSurroundings } from './popup-surroundings.ts';
import { brand, id, overviewOf, settings } from './sample-data.ts';
import { templateOf } from './templates-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

configure({ asyncUtilTimeout: 8_000 });

const counts = { open: 0, overdue: 0, urgent: 0, replied: 0, byOwner: [] };
const at = '2026-03-01T08:00:00.000Z';

function rowOf(n: number, over: Partial<CaseRow> = {}): CaseRow {
  return {
    id: id(n),
    updatedAt: at,
    title: `Case ${n}`,
    state: 'to-answer',
    source: 'none',
    urgent: false,
    waitsSince: at,
    due: at,
    clock: 'clock',
    reopened: 0,
    nudges: 0,
    ...over,
  };
}
const seenOf = (n: number, text: string) => ({
  seenAt: at,
  item: {
    kind: 'comment',
    platform: 'instagram',
    keys: [`instagram:comment:#${n}`],
    url: `https://www.instagram.com/p/C9x/c/${n}/`,
    author: { platform: 'instagram', handle: `person.${n}` },
    text,
  },
});

beforeEach(() => {
  client.answer('settings.get', settings);
  client.answer('case.queue', { rows: [], next: null, counts });
  client.answer('case.statistics', {
    customer: { n: 0 },
    departments: { n: 0 },
    byDepartment: [],
    unknown: 0,
  });
  client.answer('queue.unanswered', { rows: [], total: 0 });
  client.answer('tag.choices', { tags: [] });
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  location.hash = '';
});
const show = (hash: string) => {
  location.hash = hash;
  return render(<Dashboard {...surroundings} />);
};

test('while it is asked for and when it fails, the queue says so; another try brings it', async () => {
  const settle = client.hold('case.queue');
  show('#/queue');
  await screen.findByRole('heading', { name: 'To handle' });
  expect((await screen.findAllByText('Loading')).length).toBeGreaterThan(0);
  await waitFor(() => expect(client.sentOf('case.queue')).toHaveLength(1));
  settle({ ok: false, code: 'busy', message: '' });
  const again = await screen.findByRole('button', { name: 'Try again' });
  client.answer('case.queue', { rows: [rowOf(900)], next: null, counts: { ...counts, open: 1 } });
  fireEvent.click(again);
  expect(await screen.findByText('Case 900')).toBeTruthy();
});

test('a wait that the clock makes impossible is unknown, never a number', async () => {
  const back = rowOf(901, {
    state: 'replied',
    waitsSince: '2026-03-02T08:00:00.000Z',
    repliedAt: at,
  });
  client.answer('case.queue', { rows: [back], next: null, counts });
  show('#/queue');
  expect(await screen.findByText(/for an unknown time/)).toBeTruthy();
});

test('seen comments: a tag makes a case of one, leaving out takes one away, and the focus goes on', async () => {
  let rows = [seenOf(1, 'where?'), seenOf(2, '<b>how much?</b>'), seenOf(3, 'when?')];
  client.answer('queue.unanswered', () => ({ rows, total: rows.length }));
  const tag = { id: id(950), createdAt: at, updatedAt: at, name: 'Question', colour: 'blue', effect: 'case' };
  const plain = { ...tag, id: id(951), name: 'Nice', effect: 'plain' };
  client.answer('tag.choices', {
    tags: [
      { tag, used: 0 },
      { tag: plain, used: 0 },
    ],
  });
  client.answer('item.tag', { tagIds: [tag.id], effects: ['case'], caseId: id(960) });
  client.answer('queue.dismiss', {});
  show('#/queue');
  const list = await screen.findByRole('list', { name: /Seen, without an answer/ });
  expect(within(list).getByText('<b>how much?</b>')).toBeTruthy();
  const items = () => [...list.querySelectorAll<HTMLElement>('[data-seen]')];
  items()[0]?.focus();
  fireEvent.keyDown(items()[0] as HTMLElement, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(items()[1]);
  fireEvent.keyDown(items()[1] as HTMLElement, { key: 't' });
  expect(await within(list).findByRole('button', { name: 'Question' })).toBeTruthy();
  expect(within(list).queryByRole('button', { name: 'Nice' })).toBeNull();
  fireEvent.click(within(list).getByRole('button', { name: 'Question' }));
  await waitFor(() =>
    expect(client.sentOf('item.tag')).toMatchObject([{ add: [tag.id], item: rows[1]?.item }]),
  );
  await waitFor(() => expect(document.activeElement).toBe(items()[2]));
  fireEvent.keyDown(items()[2] as HTMLElement, { key: 'x' });
  await waitFor(() => expect(client.sentOf('queue.dismiss')).toEqual([{ keys: ['instagram:comment:#3'] }]));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo: @person.3' }));
  await waitFor(() =>
    expect(client.sentOf('queue.dismiss').at(-1)).toEqual({ keys: ['instagram:comment:#3'], back: true }),
  );
  rows = rows.slice(0, 1);
  client.announce('unanswered');
  await waitFor(() => expect(items()).toHaveLength(1));
});

test('the popup says how many wait and how many are late, and leads there', async () => {
  const next = { caseId: id(970), title: 'Broken kettle', due: at, urgent: true };
  client.answer('overview.get', overviewOf({ cases: { open: 4, overdue: 2, next } }));
  client.answer('tab.read', { state: 'unreadable', reason: 'browser-page' });
  const openDashboard = vi.fn();
  render(
    <Popup
      {...quietSurroundings}
      browserLanguage="en"
      openTab={() => undefined}
      openDashboard={openDashboard}
    />,
  );
  const region = await screen.findByRole('region', { name: 'To handle' });
  expect(region.textContent).toContain('To handle: 4');
  expect(region.textContent).toContain('2 overdue');
  fireEvent.click(within(region).getByRole('button', { name: /Broken kettle/ }));
  expect(openDashboard).toHaveBeenCalledWith(`#/queue/${id(970)}`);
});

test('days are read line by line; the first that is none is named and nothing is saved', async () => {
  expect(readDays('2026-10-01\n\n2026/9/3\n2026年10月2日')).toEqual({
    days: ['2026-09-03', '2026-10-01', '2026-10-02'],
  });
  expect(readDays('2026-10-01\n2026-02-30').bad).toEqual({ line: 2, text: '2026-02-30' });
  client.answer('brand.list', { brands: [brand] });
  client.answer('settings.save', settings);
  show('#/settings');
  const field = await screen.findByLabelText('Days off');
  fireEvent.input(field, { target: { value: '2026-10-01\nsoon' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  expect(await screen.findByText(/Line 2 is no day: “soon”/)).toBeTruthy();
  expect(client.sentOf('settings.save')).toEqual([]);
  fireEvent.input(field, { target: { value: '2026-10-02\n2026-10-01' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  await waitFor(() =>
    expect(client.sentOf('settings.save')).toMatchObject([
      { changes: { workHours: { holidays: ['2026-10-01', '2026-10-02'] } } },
    ]),
  );
});

test('the replies that fit: tagged as the case first, then the most used, in the language of what was written', () => {
  const both = (n: number) => [
    { language: 'en', wordings: [{ id: id(n + 1), text: 'Hello' }] },
    { language: 'zh-CN', wordings: [{ id: id(n + 2), text: '你好' }] },
  ];
  const templates = [
    templateOf(100, { variants: both(100) }),
    templateOf(200, { variants: both(200) }),
    templateOf(300, { variants: both(300), tags: ['parcel'] }),
    templateOf(400, { variants: both(400), platforms: ['weibo'] }),
    templateOf(500, { variants: both(500), archived: true }),
  ];
  const list = {
    templates,
    mostUsed: [id(200)],
    recent: [],
    answers: [],
    brands: [brand],
    currentBrandId: null,
  };
  const found = suggestReplies(
    list,
    { platform: 'instagram', quote: '请问我的包裹到哪里了？' },
    'Parcel',
    'en',
  );
  expect(found.map(({ template }) => template.id)).toEqual([id(300), id(200), id(100)]);
  expect(found[0]).toMatchObject({ language: 'zh-CN', text: '你好' });
});

test('a span is said in its two largest units', () => {
  const minute = 60_000;
  expect(spanWords('en', 0)).toBe('0 min');
  expect(spanWords('en', 59 * minute)).toBe('59 min');
  expect(spanWords('en', (2 * 60 + 5) * minute)).toBe('2 hr 5 min');
  expect(spanWords('en', 3 * 24 * 60 * minute)).toBe('3 days');
  expect(spanWords('en', (24 * 60 + 3) * minute)).toBe('1 day');
  expect(spanWords('en', (27 * 60 + 59) * minute)).toBe('1 day 3 hr');
});
