// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  at,
  chooseAll,
  drawn,
  key,
  many,
  namesDrawn,
  row,
  serve,
  setUp,
  show,
  tearDown,
} from './creators-screen.tsx';
import * as client from './fake-client.ts';
import { id } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
beforeEach(setUp);
afterEach(tearDown);

test('an edit of a few is one operation that can be undone', async () => {
  serve(many(3));
  client.answer('operation.undo', { left: 0, kept: 0 });
  show();
  await screen.findByText('3 creators');
  const bar = await chooseAll();
  fireEvent.click(bar.getByRole('button', { name: 'Status' }));
  fireEvent.click(bar.getByRole('button', { name: 'Negotiating' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  const [edit] = client.sentOf('creator.edit-many');
  expect(edit).toMatchObject({ creatorIds: [id(3), id(2), id(1)], changes: { status: 'negotiating' } });
  expect(edit).not.toHaveProperty('batchId');
  await waitFor(() => expect(client.sentOf('operation.undo')[0]).toMatchObject({ undo: edit?.operationId }));
});

test('an edit of many goes in steps of one batch, with one undo', async () => {
  serve(many(1_200));
  client.answer('batch.begin', { id: id(8_000) });
  client.answer('batch.end', {});
  client.answer('operation.undo', { left: 0, kept: 0 });
  show();
  await screen.findByText('1,200 creators');
  const bar = await chooseAll();
  fireEvent.click(bar.getByRole('button', { name: 'More' }));
  fireEvent.click(bar.getByRole('button', { name: 'Mark “do not contact”' }));
  await screen.findAllByText('1,200 creators changed.');
  const steps = client.sentOf('creator.edit-many');
  expect(steps.map(({ creatorIds }) => (creatorIds as string[]).length)).toEqual([500, 500, 200]);
  expect(steps.every(({ batchId }) => batchId === id(8_000))).toBe(true);
  expect(client.sentOf('batch.end')[0]).toMatchObject({ batchId: id(8_000), state: 'done' });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(client.sentOf('operation.undo')[0]).toMatchObject({ undo: id(8_000) }));
});

test('a long edit can be cancelled: what is done stays and is said', async () => {
  serve(many(1_200));
  client.answer('batch.begin', { id: id(8_000) });
  client.answer('batch.end', {});
  const done = client.hold('creator.edit-many');
  show();
  await screen.findByText('1,200 creators');
  const bar = await chooseAll();
  fireEvent.click(bar.getByRole('button', { name: 'More' }));
  fireEvent.click(bar.getByRole('button', { name: 'Contacted today' }));
  await screen.findByText('Changing: 0 of 1,200');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(client.sentOf('creator.edit-many')).toHaveLength(1));
  done({ ok: true, value: { changed: 500, missing: 0 } });
  await screen.findAllByText('Stopped: 500 of 1,200 were changed and can be undone.');
  expect(client.sentOf('batch.end')[0]).toMatchObject({ state: 'stopped' });
  expect(client.sentOf('creator.edit-many')).toHaveLength(1);
});

test('changes elsewhere are patched in; who is gone leaves the list and the selection', async () => {
  serve(many(3));
  show();
  await screen.findByText('3 creators');
  await key('a', { ctrlKey: true });
  await screen.findByText('3 selected');
  client.answer('creator.rows-since', {
    rows: [row(2, { displayName: 'Renamed' }), row(9)],
    gone: [id(1)],
    all: false,
    at: '2026-03-02T09:00:00.000Z',
  });
  client.announce('creators');
  await screen.findByText('2 selected');
  expect(namesDrawn()).toEqual(['Invented 9', 'Invented 3', 'Renamed']);
  expect(client.sentOf('creator.rows')).toHaveLength(1);
  client.announce('creators');
  await waitFor(() =>
    expect(client.sentOf('creator.rows-since').at(-1)).toEqual({ since: '2026-03-02T09:00:00.000Z' }),
  );
});

test('too much at once: everything is read again, and the screen is not emptied meanwhile', async () => {
  serve(many(3));
  show();
  await screen.findByText('3 creators');
  client.answer('creator.rows-since', { rows: [], gone: [], all: true, at });
  const page = client.hold('creator.rows');
  client.announce('creators');
  await waitFor(() => expect(client.sentOf('creator.rows')).toHaveLength(2));
  expect(drawn()).toHaveLength(3);
  page({ ok: true, value: { rows: [row(7)], next: null, total: 1, at } });
  await screen.findByText('1 creator');
});

test('somebody erased while another page is shown is not seen again on coming back', async () => {
  serve(many(3));
  show();
  await screen.findByText('3 creators');
  location.hash = '#/about';
  await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
  client.answer('creator.rows-since', { rows: [], gone: [], all: true, at });
  client.announce('creators');
  await waitFor(() => expect(client.sentOf('creator.rows-since')).toHaveLength(1));
  serve(many(2));
  const asked = client.sentOf('creator.rows').length;
  location.hash = '#/creators';
  await screen.findByText('2 creators');
  expect(client.sentOf('creator.rows').length).toBeGreaterThan(asked);
});

test('a view keeps filter and order, and is taken away with undo', async () => {
  serve(many(4));
  const view = { id: id(700), createdAt: at, updatedAt: at, name: 'To answer', filter: {}, sort: {} };
  client.answer('view.save', (input: Record<string, unknown>) => ({ ...view, ...input }));
  client.answer('view.remove', {});
  show('#/creators?status=found&sort=-followers');
  fireEvent.click(await screen.findByRole('button', { name: 'Save as a view' }));
  fireEvent.input(screen.getByLabelText('Name of the view'), { target: { value: 'To answer' } });
  const kept = { filter: { statuses: ['found'] }, sort: { by: 'followers', descending: true } };
  client.answer('view.list', { views: [{ ...view, ...kept }] });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', false));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(client.sentOf('view.save')[0]).toMatchObject({ name: 'To answer', ...kept }));
  client.announce('views');
  const link = await screen.findByRole('link', { name: 'To answer' });
  await waitFor(() => expect(link.getAttribute('aria-current')).toBe('page'));
  fireEvent.click(screen.getByRole('button', { name: 'This view: To answer' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove this view' }));
  await screen.findByRole('button', { name: 'Undo' });
  await waitFor(() => expect(location.hash).toBe('#/creators'));
});

test('a creator by hand: an address nobody knows is refused, a known one is said, a new one can be undone', async () => {
  serve(many(1));
  client.answer('creator.add', { creatorId: id(50), outcome: 'known' });
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Add a creator' }));
  const dialog = within(await screen.findByRole('dialog'));
  const add = () => fireEvent.submit(dialog.getByRole('button', { name: 'Add' }).closest('form') as Element);
  add();
  await dialog.findByText('Write a name or a profile address.');
  fireEvent.input(dialog.getByLabelText('Profile address'), { target: { value: 'elsewhere.example/x' } });
  await waitFor(() => expect(dialog.queryByText(/Write a name/)).toBeNull());
  add();
  await dialog.findByText(/No profile was recognised/);
  expect(client.sentOf('creator.add')).toEqual([]);
  fireEvent.input(dialog.getByLabelText('Profile address'), { target: { value: 'weibo.com/pine' } });
  await waitFor(() => expect(dialog.queryByText(/No profile was recognised/)).toBeNull());
  add();
  await dialog.findByText(/in your list already/);
  expect(dialog.getByRole('link', { name: 'Open it' }).getAttribute('href')).toBe(`#/creator/${id(50)}`);
  expect(client.sentOf('creator.add')[0]).toMatchObject({
    displayName: 'pine',
    account: { platform: 'weibo', handle: 'pine', url: 'https://weibo.com/pine' },
  });
  client.answer('creator.add', { creatorId: id(51), outcome: 'created' });
  add();
  await screen.findByRole('button', { name: 'Undo' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a refused edit keeps the selection and says why', async () => {
  serve(many(2));
  client.refuse('creator.edit-many', 'quota');
  show();
  await screen.findByText('2 creators');
  const bar = await chooseAll();
  fireEvent.click(bar.getByRole('button', { name: 'Tags' }));
  fireEvent.click(bar.getByLabelText(/^ceramics/));
  await screen.findByText(/The disk is full/);
  expect(client.sentOf('creator.edit-many')[0]).toMatchObject({ changes: { addTags: ['ceramics'] } });
  await screen.findByText('2 selected');
});
