// @vitest-environment happy-dom
// loaded beforehand: the page comes at once, however busy the machine is
import '../../../components/dashboard/activity/activity-page.tsx';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { byDay, dayHeading } from '../../../components/dashboard/activity/day-words.ts';
import { kindsInOrder } from '../../../components/dashboard/activity/kinds.ts';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import { activityKinds } from '../../../utils/domain/activity.ts';
import { fail, ok } from '../../../utils/domain/result.ts';
import { activity as words } from '../../../utils/i18n/locales/en/activity.ts';
import * as client from './fake-client.ts';
import { activityRow, surroundings } from './person-samples.ts';
import { id, settings } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const show = () => {
  location.hash = '#/activity';
  return render(<Dashboard {...surroundings} />);
};

beforeEach(() => client.answer('settings.get', settings));
afterEach(() => {
  cleanup();
  client.resetClient();
  location.hash = '';
});

test('every kind of activity has words and a place in the filter', () => {
  expect([...kindsInOrder].sort()).toEqual([...activityKinds].sort());
  expect(activityKinds.filter((kind) => !(`activity_${kind}` in words))).toEqual([]);
});

test('names lead to their pages; a removed person is nobody any more', async () => {
  const rows = [
    activityRow(
      1,
      'creator-captured',
      { subject: { kind: 'creator', id: id(60), name: 'Mara Lind' } },
      { subjectId: id(60) },
    ),
    activityRow(2, 'creator-erased', {}, { subjectId: id(61) }),
    activityRow(3, 'competitor-removed', {}, { subjectId: id(62) }),
    activityRow(4, 'undone', {}, { subjectId: id(63) }),
  ];
  client.answer('activity.list', { rows, more: false });
  show();
  expect((await screen.findByRole('link', { name: 'Mara Lind' })).getAttribute('href')).toBe(
    `#/creator/${id(60)}`,
  );
  const texts = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(texts.filter((text) => text?.includes('a removed creator'))).toHaveLength(1);
  expect(texts.filter((text) => text?.includes('a removed competitor'))).toHaveLength(1);
  expect(texts.some((text) => text?.endsWith('Something undone'))).toBe(true);
});

test('older pages follow where the last one ended; a change asks for all that is shown', async () => {
  const first = Array.from({ length: 3 }, (_, n) => activityRow(10 + n, 'item-ticked'));
  const second = [activityRow(20, 'brand-saved')];
  client.answer('activity.list', (input: Record<string, unknown>) =>
    input.before ? { rows: second, more: false } : { rows: first, more: true },
  );
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Show older' }));
  await screen.findByText('Brand saved', { selector: '.row-words' });
  const last = first.at(-1)?.activity;
  expect(client.sentOf('activity.list').at(-1)).toEqual({
    before: { at: last?.at, id: last?.id },
    limit: 100,
  });
  expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  expect(screen.getAllByText('Checklist item done', { selector: '.row-words' })).toHaveLength(3);
  const asked = client.sentOf('activity.list').length;
  client.announce('checklist');
  await waitFor(() => expect(client.sentOf('activity.list')).toHaveLength(asked + 2));
  expect(screen.getByText('Brand saved', { selector: '.row-words' })).toBeTruthy();
});

test('one kind can be asked for alone', async () => {
  client.answer('activity.list', { rows: [], more: false });
  show();
  fireEvent.change(await screen.findByLabelText('Show'), { target: { value: 'backed-up' } });
  await waitFor(() => expect(client.sentOf('activity.list').at(-1)).toMatchObject({ kind: 'backed-up' }));
  await screen.findByText('Nothing here yet');
});

test('undo is offered only where it works, and a refusal is said beside it', async () => {
  const rows = [
    activityRow(1, 'settings-changed', { undoable: true }),
    activityRow(2, 'brand-saved', { undoable: false }),
  ];
  client.answer('activity.list', { rows, more: false });
  const answer = client.hold('operation.undo');
  show();
  const undo = await screen.findAllByRole('button', { name: /^Undo/ });
  expect(undo).toHaveLength(1);
  fireEvent.click(undo[0] as HTMLElement);
  answer(fail('changed-since', 'newer'));
  await screen.findByText(/changed again since/);
  fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
  await waitFor(() => expect(client.sentOf('operation.undo')).toHaveLength(2));
  answer(ok({ left: 0, kept: 0 }));
  await screen.findAllByText('Taken back: Settings changed');
});

test('a failure keeps what is shown', async () => {
  client.answer('activity.list', { rows: [activityRow(1, 'backed-up')], more: false });
  show();
  await screen.findByText('Backup made', { selector: '.row-words' });
  client.refuse('activity.list', 'unreachable');
  client.announce('storage');
  await screen.findByText(/did not answer/);
  expect(screen.getByText('Backup made', { selector: '.row-words' })).toBeTruthy();
});

test('days are local ones, each with the heading of its language', () => {
  const now = new Date(2026, 2, 30, 0, 30);
  expect(dayHeading('en-GB', new Date(2026, 2, 30, 0, 10), now)).toBe('today');
  // the clocks may have changed in the night between
  expect(dayHeading('en-GB', new Date(2026, 2, 29, 1), now)).toBe('yesterday');
  expect(dayHeading('en-GB', new Date(2026, 2, 2, 12), now)).toBe('Monday 2 March');
  expect(dayHeading('zh-TW', new Date(2025, 11, 31, 12), now)).toMatch(/^2025年12月31日/);
  const times = [new Date(2026, 2, 2, 0, 1), new Date(2026, 2, 1, 23, 59), new Date(2026, 2, 1, 8)];
  expect(byDay(times, (time) => time.toISOString()).map(({ day, rows }) => [day, rows.length])).toEqual([
    ['2026-03-02', 1],
    ['2026-03-01', 2],
  ]);
});
