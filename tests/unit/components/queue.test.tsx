// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../../components/dashboard/queue/queue-page.tsx';
import '../../../components/queue/words/en.ts';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import type { CaseRow } from '../../../utils/domain/case-row.ts';
import type { Result } from '../../../utils/domain/result.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { ask, wire, write } from '../../support/announcing-client.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { type Machine, newMachine } from '../../support/memory-notebook.ts';
import { surroundings } from './person-samples.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../../support/announcing-client.ts'));

/*
 * The queue with the real background behind it: what is pressed becomes a step of the case, and the list follows.
 */

configure({ asyncUtilTimeout: 8_000 });

let machine: Machine;
let copied: string[];
const hour = 60 * 60_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();

async function open(title: string, over: object = {}): Promise<string> {
  const result = (await write('case.open', { title, source: 'none', urgent: false, ...over })) as Result<{
    id: string;
  }>;
  if (!result.ok) throw new Error(result.message);
  return result.value.id;
}
async function queued(): Promise<CaseRow[]> {
  const result = (await ask('case.queue', { filter: {}, after: null, limit: 200 })) as Result<
    Output<'case.queue'>
  >;
  if (!result.ok) throw new Error(result.message);
  return result.value.rows;
}
const stateOf = async (title: string) => (await queued()).find((row) => row.title === title)?.state;

function show(hash = '#/queue') {
  location.hash = hash;
  return render(<Dashboard {...surroundings} />);
}
const list = () => screen.findByRole('list', { name: 'Cases to handle' });
const titles = async () =>
  within(await list())
    .getAllByRole('listitem')
    .map((row) => row.querySelector('strong')?.textContent)
    .filter(Boolean);
const rowButton = (title: string) => screen.findByRole('button', { name: new RegExp(`^\\s*${title}$`) });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focused = () => document.activeElement?.textContent?.trim();

beforeEach(() => {
  machine = newMachine();
  machine.clock.now = new Date();
  wire(machine);
  fakeBrowser.reset();
  copied = [];
  vi.stubGlobal('navigator', {
    ...navigator,
    language: 'en',
    clipboard: { writeText: async (text: string) => void copied.push(text) },
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    copied.push(`opened ${this.href}`);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  location.hash = '';
});

test('an empty queue says what a case is and how one comes about', async () => {
  show();
  expect(await screen.findByText('Nothing waits')).toBeTruthy();
  expect(screen.getByText(/put a tag that opens a case on a comment/i)).toBeTruthy();
  expect((await screen.findAllByText('unknown: no answer yet')).length).toBeGreaterThan(0);
});

test('what is urgent stands first, then by deadline; overdue is said in words', async () => {
  await open('Later', { waitsSince: ago(1) });
  await open('Late', { waitsSince: ago(30) });
  await open('Scandal', { urgent: true, waitsSince: ago(1) });
  show();
  expect(await titles()).toEqual(['Scandal', 'Late', 'Later']);
  expect(screen.getByText(/Overdue by 6 hr/)).toBeTruthy();
  expect(screen.getByText(/Customer waits 1 day 6 hr/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Overdue 1' })).toBeTruthy();
});

test('filters narrow it down, and nothing fitting says so', async () => {
  await open('Parcel', { owner: 'Warehouse' });
  await open('Size');
  show();
  await list();
  fireEvent.change(screen.getByLabelText('With whom'), { target: { value: 'of Warehouse' } });
  await waitFor(async () => expect(await titles()).toEqual(['Parcel']));
  fireEvent.click(screen.getByRole('button', { name: 'Overdue 0' }));
  expect(await screen.findByText('Nothing fits this filter')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show everything' }));
  await waitFor(async () => expect(await titles()).toHaveLength(2));
});

test('by keys alone: passed on with its text, reminded, answered, replied, closed, and back', async () => {
  await open('Parcel lost', {
    quote: 'Where is it?',
    url: 'https://www.instagram.com/p/C9x/c/1/',
    waitsSince: ago(0.5),
  });
  await open('Second', { waitsSince: ago(0.1) });
  show();
  (await rowButton('Parcel lost')).focus();
  press('ArrowDown');
  expect(focused()).toBe('Second');
  press('k');
  expect(focused()).toBe('Parcel lost');
  press('p');
  const form = await screen.findByRole('form', { name: 'Pass on: Parcel lost' });
  await waitFor(() => expect(form.contains(document.activeElement)).toBe(true));
  // letters are letters while somebody writes
  press('c');
  expect(await stateOf('Parcel lost')).toBe('to-answer');
  fireEvent.input(within(form).getByLabelText('Pass on to'), { target: { value: 'Warehouse' } });
  fireEvent.submit(form);
  await waitFor(async () => expect(await stateOf('Parcel lost')).toBe('passed-on'));
  expect(copied[0]).toContain('For Warehouse: Parcel lost');
  expect(copied[0]).toContain('They wrote: “Where is it?”');
  expect(copied[0]).toContain('Link: https://www.instagram.com/p/C9x/c/1/');
  await screen.findByText(/Warehouse: 0 min so far/);

  (await rowButton('Parcel lost')).focus();
  press('n');
  await screen.findByText('reminded once');
  expect(copied.at(-1)).toContain('Warehouse, a reminder: Parcel lost');
  press('h');
  await waitFor(() => expect(copied.at(-1)).toContain('Thank you for your patience'));
  await screen.findAllByText('Text for the customer copied and noted: Parcel lost');

  (await rowButton('Parcel lost')).focus();
  press('r');
  const answer = await screen.findByLabelText('Answer of the department');
  fireEvent.input(answer, { target: { value: 'It leaves tomorrow' } });
  fireEvent.submit(answer.closest('form') as HTMLFormElement);
  await waitFor(async () => expect(await stateOf('Parcel lost')).toBe('answer-received'));
  expect(await screen.findByText('It leaves tomorrow')).toBeTruthy();

  (await rowButton('Parcel lost')).focus();
  press('a');
  expect(copied.at(-1)).toBe('opened https://www.instagram.com/p/C9x/c/1/');
  (await rowButton('Parcel lost')).focus();
  press('s');
  await waitFor(async () => expect(await stateOf('Parcel lost')).toBe('replied'));
  // it went to the end: the next one has the focus
  await waitFor(() => expect(focused()).toBe('Second'));
  press('u');
  await waitFor(async () => expect(await stateOf('Parcel lost')).toBe('answer-received'));
  (await rowButton('Parcel lost')).focus();
  press('c');
  await waitFor(async () => expect(await titles()).toEqual(['Second']));
  await waitFor(() => expect(focused()).toBe('Second'));
});

test('whoever goes on while a step is under way stays on the row they went to', async () => {
  for (const [title, hours] of [
    ['First', 3],
    ['Second', 2],
    ['Third', 1],
  ] as const)
    await open(title, { waitsSince: ago(hours) });
  show();
  (await rowButton('First')).focus();
  press('s');
  press('j');
  press('j');
  await waitFor(async () => expect(await titles()).toEqual(['Second', 'Third', 'First']));
  expect(focused()).toBe('Third');
});

test('a case by hand needs to say what it is about, and a bad address is named', async () => {
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'New case' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
  expect(await within(dialog).findByText('Write what it is about.')).toBeTruthy();
  fireEvent.input(within(dialog).getByLabelText('What is it about?'), { target: { value: 'Bounce rate' } });
  fireEvent.input(within(dialog).getByLabelText('Address of the page'), {
    target: { value: 'javascript:x' },
  });
  fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
  expect(await within(dialog).findByText(/no address of a web page/)).toBeTruthy();
  fireEvent.input(within(dialog).getByLabelText('Address of the page'), { target: { value: '' } });
  fireEvent.click(within(dialog).getByLabelText('Urgent'));
  fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
  await waitFor(async () => expect(await stateOf('Bounce rate')).toBe('to-answer'));
  expect((await queued())[0]?.urgent).toBe(true);
  await waitFor(async () => expect(await titles()).toEqual(['Bounce rate']));
});

test('three hundred cases are drawn a page at a time, a hostile title stays text', async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  await open(hostile, { quote: '<script>alert(2)</script>'.repeat(100), urgent: true });
  for (let n = 0; n < 130; n++) await open(`Case ${n}`);
  show();
  const shown = await list();
  expect(within(shown).getByText(hostile)).toBeTruthy();
  expect(shown.querySelector('img, script')).toBeNull();
  expect(shown.querySelectorAll('[data-case]')).toHaveLength(60);
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(shown.querySelectorAll('[data-case]')).toHaveLength(120));
});

test('where copying is refused the reminder is not noted, and the text can be copied by hand', async () => {
  const caseId = await open('Parcel lost');
  await write('case.move', { caseId, move: { to: 'passed-on', department: 'Warehouse' } });
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: async () => Promise.reject(new Error('no')) },
  });
  document.execCommand = () => false;
  show();
  (await rowButton('Parcel lost')).focus();
  press('n');
  expect(await screen.findByText(/Warehouse, a reminder: Parcel lost/)).toBeTruthy();
  expect((await queued())[0]?.nudges).toBe(0);
});

test('what is done is listed with its time, and can be opened again', async () => {
  const caseId = await open('Parcel lost', { waitsSince: ago(3.01) });
  await write('case.move', { caseId, move: { to: 'replied' } });
  await write('case.move', { caseId, move: { to: 'closed' } });
  show();
  expect(await screen.findByText(/3 hr \(one answer\)/)).toBeTruthy();
  const done = (await screen.findByRole('heading', { name: 'Done' })).closest(
    'details',
  ) as HTMLDetailsElement;
  done.open = true;
  fireEvent(done, new Event('toggle'));
  expect(await within(done).findByText(/Answered and closed/)).toBeTruthy();
  fireEvent.click(within(done).getByRole('button', { name: 'Reopen: Parcel lost' }));
  await waitFor(async () => expect(await stateOf('Parcel lost')).toBe('to-answer'));
});
