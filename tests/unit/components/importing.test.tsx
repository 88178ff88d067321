// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import { ok } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';
import { id, settings } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const saved: { name: string; blob: Blob }[] = [];
const props = {
  platforms: [],
  requestHosts: async () => true,
  removeHosts: async () => true,
  grantedHosts: async () => [],
  requestNotifications: async () => 'denied' as const,
  hasNotifications: async () => false,
  openShortcuts: () => {},
  identify: (url: string) => {
    const handle = /instagram\.com\/([\w.]+)/.exec(url)?.[1];
    return handle ? { platform: 'instagram' as const, handle } : null;
  },
  saveFile: (name: string, blob: Blob) => void saved.push({ name, blob }),
  keepStorage: async () => true,
  version: '0',
};

const at = '2026-03-02T08:00:00.000Z';
const batch = (changes: object = {}) => ({
  id: id(70),
  createdAt: at,
  updatedAt: at,
  kind: 'import',
  state: 'open',
  name: 'people.csv',
  total: 3,
  done: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  ...changes,
});

const table = `Name,Profile,Email,Followers,Stage
Mara,https://www.instagram.com/mara,mara@tea.example,1.2万,found
Ada,https://www.instagram.com/ada,ada@tea.example,12.345,friend
Bo,,bo@tea.example,,
,,nothing here,,
`;
const choose = async (text: string | Uint8Array<ArrayBuffer>, name = 'people.csv') => {
  const input = await screen.findByLabelText('Choose a file', { selector: 'input' });
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
};
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
async function check() {
  await choose(table);
  await press('Check 4 rows');
  await screen.findByRole('heading', { name: '3 · Check' });
}
const rowOf = (name: string) => {
  const row = screen.getByText(name, { selector: 'td > bdi' }).closest('tr');
  if (!row) throw new Error(`no row of ${name}`);
  return within(row);
};

beforeEach(() => {
  location.hash = '#/import';
  client.answer('settings.get', settings);
  client.answer('batch.list', { batches: [] });
  client.answer('import.match', (input: { rows: { displayName?: string }[] }) => ({
    matches: input.rows.map(({ displayName }) =>
      displayName === 'Ada'
        ? { state: 'known', creatorId: id(9), displayName: 'Ada of the notebook' }
        : { state: 'new' },
    ),
  }));
  client.answer('batch.begin', batch());
  client.answer('batch.end', (input: { state: string }) => batch({ state: input.state }));
  client.answer('import.rows', (input: { rows: { action: string }[] }) => ({
    created: input.rows.filter(({ action }) => action === 'create').length,
    updated: input.rows.filter(({ action }) => action !== 'create').length,
    skipped: [],
  }));
  render(<Dashboard browserLanguage="en" {...props} />);
});
afterEach(() => {
  cleanup();
  client.resetClient();
  saved.length = 0;
});

test('a file is read, its columns are guessed, and what was doubtful is said row by row', async () => {
  await check();
  expect(await screen.findByLabelText('Meaning of column Stage')).toHaveProperty('value', 'status');
  expect(rowOf('Mara').getByText(/12,000 followers/)).toBeTruthy();
  expect(rowOf('Ada').getByText('Number not clear: 12.345')).toBeTruthy();
  expect(rowOf('Ada').getByText('Status not recognised: friend')).toBeTruthy();
  expect(rowOf('Ada').getByRole('link', { name: 'Ada of the notebook' })).toBeTruthy();
  screen.getByText('No name, account, email or phone');
  screen.getByText('1 row is left out.');
});

test('the rows are sent as they were decided, and the result can be taken back as a whole', async () => {
  await check();
  fireEvent.change(rowOf('Bo').getByLabelText('What to do with row 4'), { target: { value: 'skip' } });
  fireEvent.change(screen.getByLabelText('1 creator already known'), { target: { value: 'overwrite' } });
  await press('Import 2 rows');
  await screen.findByText('New: 1 · changed: 1 · left out: 0');
  const [step] = client.sentOf('import.rows') as unknown as { rows: Record<string, unknown>[] }[];
  expect(step?.rows).toMatchObject([
    {
      line: 1,
      displayName: 'Mara',
      action: 'create',
      accounts: [{ platform: 'instagram', handle: 'mara', followers: 12_000, followersRaw: '1.2万' }],
    },
    { line: 2, displayName: 'Ada', action: 'overwrite', creatorId: id(9) },
  ]);
  expect(client.sentOf('batch.end')).toMatchObject([{ batchId: id(70), state: 'done' }]);
  const steps = [
    { left: 1, kept: 0 },
    { left: 0, kept: 1 },
  ];
  client.answer('operation.undo', () => steps.shift());
  await press('Take the whole import back');
  await screen.findByText('Taken back. 1 record was changed since and stays.');
  expect(client.sentOf('operation.undo').map(({ undo }) => undo)).toEqual([id(70), id(70)]);
});

test('a step without an answer is tried again under the same operation id, and nothing before it', async () => {
  await check();
  client.refuse('import.rows', 'unreachable');
  await press('Import 3 rows');
  await screen.findByText(/0 of 3 rows are in and safe/);
  client.answer('import.rows', { created: 3, updated: 0, skipped: [] });
  await press('Go on');
  await screen.findByText('The table is imported.');
  const [first, second] = client.sentOf('import.rows');
  expect(second).toEqual(first);
  expect(client.sentOf('batch.begin')).toHaveLength(1);
});

test('the check can be cancelled, and asks no further', async () => {
  await choose(`Name\n${Array.from({ length: 2_500 }, (_, at) => `Person ${at}`).join('\n')}`);
  const release = client.hold('import.match');
  await press('Check 2,500 rows');
  await waitFor(() => expect(client.sentOf('import.match')).toHaveLength(1));
  await press('Cancel');
  release(ok({ matches: Array.from({ length: 1_000 }, () => ({ state: 'new' })) }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull());
  expect(client.sentOf('import.match')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Check 2,500 rows' })).toHaveProperty('disabled', false);
});

test('stopping ends after the steps that are under way', async () => {
  await choose(`Name\n${Array.from({ length: 1_200 }, (_, at) => `Person ${at}`).join('\n')}`);
  await press('Check 1,200 rows');
  const release = client.hold('import.rows');
  await press('Import 1,200 rows');
  await waitFor(() => expect(client.sentOf('import.rows')).toHaveLength(2));
  await press('Stop');
  release(ok({ created: 499, updated: 0, skipped: [{ line: 7, reason: 'suppressed' }] }));
  release(ok({ created: 500, updated: 0, skipped: [] }));
  await screen.findByText('Stopped: 1,000 of 1,200 rows are in.');
  screen.getByText('Row 8: this person asked not to be stored.');
  expect(client.sentOf('import.rows')).toHaveLength(2);
  expect(client.sentOf('batch.end')).toMatchObject([{ state: 'stopped' }]);
});

test('every refusal says what happened and what to do; nothing is sent', async () => {
  await choose(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'old.csv');
  expect((await screen.findByRole('alert')).textContent).toMatch(/old Excel file.*save it as \.xlsx or CSV/);
  await choose('a,b\n1,"open\n');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/line 2 is not closed/));
  expect(client.sent.map(({ type }) => type)).not.toContain('import.match');
});

test('copied cells can be pasted', async () => {
  const field = await screen.findByLabelText('Or paste copied cells');
  fireEvent.paste(field, { clipboardData: { getData: () => 'Name\tEmail\nMara\tm@tea.example' } });
  expect(await screen.findByLabelText('Meaning of column Email')).toHaveProperty('value', 'email');
});

test('days that can be read in two ways are asked about', async () => {
  await choose('Name,Last contact\nMara,3/4/2026\nAda,5/6/2026\n');
  const order = await screen.findByLabelText('Order of day and month');
  fireEvent.change(order, { target: { value: 'dmy' } });
  await press('Check 2 rows');
  await screen.findByText(/Last contact: Apr 3/);
});

test('an import that was interrupted says how far it came, and can be kept or taken back', async () => {
  client.answer('batch.list', { batches: [batch({ done: 500, created: 500, total: 1_000 })] });
  client.announce('batches');
  await screen.findByText(/Interrupted: 500 of 1,000 rows are in/);
  await press('Keep: people.csv');
  await waitFor(() =>
    expect(client.sentOf('batch.end')).toMatchObject([{ batchId: id(70), state: 'stopped' }]),
  );
  client.answer('operation.undo', { left: 0, kept: 0 });
  await press('Take the whole import back: people.csv');
  await waitFor(() => expect(client.sentOf('operation.undo')).toMatchObject([{ undo: id(70) }]));
});

test('the empty table has our columns', async () => {
  await press('Save an empty table');
  expect(saved[0]?.name).toBe('deckhand-import.csv');
  expect(await saved[0]?.blob.text()).toContain(
    '"Name","Status","Role","Platform","Handle","Profile address"',
  );
});
