// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import { endLine, headerLine, recordLine } from '../../../utils/files/backup-file.ts';
import { backupWriter } from '../../../utils/files/backup-writer.ts';
import { fileOf, textOf } from '../../support/backup-files.ts';
import * as client from './fake-client.ts';
import { settings } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const saved: { name: string; file: Blob }[] = [];
const props = {
  platforms: [],
  requestHosts: vi.fn(async () => true),
  removeHosts: vi.fn(async () => true),
  grantedHosts: async () => [],
  requestNotifications: async () => 'denied' as const,
  hasNotifications: async () => false,
  openShortcuts: vi.fn(),
  identify: () => null,
  saveFile: (name: string, file: Blob) => void saved.push({ name, file }),
  keepStorage: vi.fn(async () => true),
  version: '0.0.0',
};
const health = {
  used: 1_800_000,
  quota: 82_000_000_000,
  persisted: false,
  records: 2_110,
  creators: 300,
  schemaVersion: 2,
  empty: false,
  scrubPending: false,
};
const id = (at: number) => `0195f000-0000-7abc-8def-${String(at).padStart(12, '0')}`;
const batch = {
  id: id(1),
  createdAt: '2026-03-10T09:00:00.000Z',
  updatedAt: '2026-03-10T09:00:00.000Z',
  kind: 'restore',
  state: 'open',
  name: 'deckhand-2026-03-10.deckhand.gz (00000000)',
  total: 3,
  done: 1,
  created: 1,
  updated: 0,
  skipped: 0,
};
const none = { added: 0, newer: 0, kept: 0, suppressed: 0 };

const show = () => {
  location.hash = '#/storage';
  return render(<Dashboard browserLanguage="en" {...props} />);
};
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (file: File) =>
  fireEvent.change(await screen.findByLabelText('Backup file'), { target: { files: [file] } });

async function sample(records: number): Promise<File> {
  const writer = backupWriter({ schemaVersion: 2, records });
  for (let at = 0; at < records; at++) await writer.write(recordLine('creators', `{"id":"${id(at)}"}`));
  const bytes = await (await writer.finish(records)).arrayBuffer();
  return fileOf(new Uint8Array(bytes), 'mine.deckhand.gz');
}

beforeEach(() => {
  saved.length = 0;
  client.answer('settings.get', settings);
  client.answer('storage.health', health);
  client.answer('batch.list', { batches: [] });
  client.answer('backup.begin', { schemaVersion: 2, commits: 5, records: 2, stores: ['creators', 'tags'] });
  client.answer('backup.page', ({ store }: Record<string, unknown>) => ({
    lines: recordLine(String(store), '{"id":"1"}'),
    count: 1,
    next: null,
    commits: 5,
  }));
  client.answer('backup.done', {});
  client.answer('restore.check', { counts: { ...none, added: 1 }, same: {}, owners: {} });
  client.answer('batch.begin', { ...batch, id: id(2) });
  client.answer('restore.lines', { ...none, added: 1 });
  client.answer('batch.end', batch);
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
});

test('a backup is made, checked, handed over under its day and noted', async () => {
  show();
  expect(await screen.findByText('No backup was made of this notebook yet.')).toBeTruthy();
  expect(screen.getByText(/It is time for a backup/)).toBeTruthy();
  await press('Back up now');
  await screen.findByText(/Backup made, checked/);
  expect(saved[0]?.name).toMatch(/^deckhand-\d{4}-\d\d-\d\d\.deckhand\.gz$/);
  const text = await textOf(saved[0]?.file ?? new Blob());
  expect(text.split('\n').slice(0, 3)).toEqual([
    headerLine({ schemaVersion: 2, records: 2 }).trimEnd(),
    '{"store":"creators","record":{"id":"1"}}',
    '{"store":"tags","record":{"id":"1"}}',
  ]);
  expect(endLine(2, '').slice(0, 20)).toBe(text.split('\n')[3]?.slice(0, 20));
  expect(client.sentOf('backup.done')).toHaveLength(1);
});

test('a backup can be cancelled, and then no file is made', async () => {
  client.hold('backup.page');
  show();
  await press('Back up now');
  await press('Cancel');
  expect(await screen.findByText(/No file was made/)).toBeTruthy();
  expect(saved).toEqual([]);
});

test('a notebook that never keeps still says so', async () => {
  let commits = 5;
  client.answer('backup.page', () => ({ lines: '', count: 0, next: null, commits: ++commits }));
  show();
  await press('Back up now');
  expect(await screen.findByText(/was being changed the whole time/)).toBeTruthy();
  expect(client.sentOf('backup.begin')).toHaveLength(3);
  expect(saved).toEqual([]);
});

test('a file that is no backup is refused before anything is sent to be written', async () => {
  show();
  await choose(fileOf(new TextEncoder().encode('name,handle')));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Nothing was changed.');
  expect(alert.textContent).toContain('.deckhand.gz');
  expect(client.sentOf('batch.begin')).toEqual([]);
});

test('a record that does not fit is named by its line in the file', async () => {
  client.answer('restore.check', ({ lines }: Record<string, unknown>) => ({
    counts: none,
    same: {},
    owners: {},
    ...(lines ? { fault: { line: 1, reason: 'record' } } : {}),
  }));
  show();
  await choose(await sample(3));
  // the header is line 1, so the second record is line 3
  expect((await screen.findByRole('alert')).textContent).toContain('(line 3)');
});

test('into an empty notebook the file is restored as it is', async () => {
  client.answer('storage.health', { ...health, empty: true });
  show();
  await choose(await sample(3));
  expect(await screen.findByText('3 records, whole and unaltered')).toBeTruthy();
  expect(client.sentOf('restore.check').map(({ mode }) => mode)).toEqual(['fit', 'fit']);
  await press('Restore');
  expect(await screen.findByText(/You can go on working/)).toBeTruthy();
  expect(client.sentOf('batch.begin')).toMatchObject([{ kind: 'restore', total: 3 }]);
  const lines = client.sentOf('restore.lines').map(({ lines: text }) => String(text));
  expect(lines[0]?.split('\n')).toHaveLength(4);
  expect(lines.at(-1)).toContain('"end":true');
  expect(client.sentOf('batch.end')).toMatchObject([{ state: 'done' }]);
});

test('into another one it is merged after a look at the counts, and can be taken back as one', async () => {
  client.answer('restore.check', ({ mode, lines }: Record<string, unknown>) => ({
    counts: mode === 'count' && lines ? { added: 1, newer: 2, kept: 3, suppressed: 4 } : none,
    same: mode === 'meet' && lines ? { [id(1)]: id(77) } : {},
    owners: {},
  }));
  client.answer('operation.undo', { left: 0, kept: 0 });
  show();
  await choose(await sample(3));
  const preview = await screen.findByRole('region', { name: 'What is in the file' });
  expect(preview.textContent).toContain('Newer in the file2');
  await press('Merge');
  await screen.findByText(/It can be taken back as a whole/);
  // who is here under another id goes along, and nobody else
  expect(client.sentOf('restore.lines')[0]).toMatchObject({ same: { [id(1)]: id(77) } });
  await press('Undo');
  await waitFor(() => expect(client.sentOf('operation.undo')).toMatchObject([{ undo: id(2) }]));
});

test('a file with nothing new offers nothing to do', async () => {
  client.answer('restore.check', { counts: { ...none, kept: 3 }, same: {}, owners: {} });
  show();
  await choose(await sample(3));
  expect(await screen.findByText(/already here/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
});

test('an interrupted restore is said, and another file does not go on with it', async () => {
  client.answer('batch.list', { batches: [batch] });
  show();
  expect(await screen.findByText(/A restore was not finished: 1 of 3/)).toBeTruthy();
  await choose(await sample(3));
  expect(await screen.findByRole('button', { name: 'Merge' })).toBeTruthy();
});

test('an interrupted merge can be taken back', async () => {
  client.answer('batch.list', { batches: [{ ...batch, kind: 'merge' }] });
  client.answer('operation.undo', { left: 0, kept: 0 });
  show();
  await press('Take back');
  await waitFor(() => expect(client.sentOf('operation.undo')).toMatchObject([{ undo: batch.id }]));
});

test('the look at every record says what it found, in plain words', async () => {
  client.answer('storage.check', ({ after }: Record<string, unknown>) =>
    after
      ? { checked: 10, faults: [{ store: 'counters', id: 'records', reason: 'counter' }], next: null }
      : { checked: 1_000, faults: [], next: { store: 'tags', id: '' } },
  );
  show();
  await press('Check every record');
  expect(await screen.findByText('1 kept number is wrong.')).toBeTruthy();
});

test('deleting everything needs the words', async () => {
  client.answer('notebook.wipe', {});
  show();
  await press('Delete everything');
  const dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', { name: 'Delete everything' });
  expect(confirm).toHaveProperty('disabled', true);
  fireEvent.input(within(dialog).getByLabelText('Confirmation'), {
    target: { value: ' Delete everything ' },
  });
  expect(confirm).toHaveProperty('disabled', false);
  client.answer('storage.health', { ...health, empty: true });
  fireEvent.click(confirm);
  await waitFor(() => expect(client.sentOf('notebook.wipe')).toHaveLength(1));
  client.announce('storage');
  expect(await screen.findByText(/as on the first day\.$/)).toBeTruthy();
});

test('the browser is asked to keep the notebook, and what it answers is said', async () => {
  props.keepStorage.mockResolvedValueOnce(false);
  show();
  await press('Ask the browser to keep it');
  expect(await screen.findByText(/The browser did not agree/)).toBeTruthy();
});
