// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contextOf, id, listOf, template } from './palette-samples.ts';
import {
  beginPalette,
  given,
  group,
  parcel,
  preview,
  search,
  seen,
  sent,
  show,
  titles,
  where,
} from './palette-screen.tsx';

beforeEach(beginPalette);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('this site’s most used come first, with the number keys; those that were put away never', async () => {
  given.list = listOf([where, parcel, group, template(4, 'Old', { en: 'x' }, { archived: true })]);
  given.context = contextOf({}, { mostUsed: [id(3), id(2)] });
  show();
  await search();
  expect(titles()).toEqual(['Group', 'Parcel', 'Where to buy']);
});

test('a number key inserts at once, and the use is noted without its text', async () => {
  show();
  const field = await search();
  await seen();
  fireEvent.keyDown(field, { key: '1' });
  await vi.waitFor(() => expect(sent('template.used')).toHaveLength(1));
  expect(sent('palette.insert')[0]?.input).toEqual({
    opening: 'one',
    text: 'Hi Mira, in our shop!',
    tabStops: [],
  });
  const used = sent('template.used')[0]?.input;
  expect(used).toMatchObject({
    templateId: id(1),
    wordingId: id(10),
    language: 'en',
    place: { platform: 'instagram', postKey: 'instagram:post:C9x', threadKey: 'instagram:post:C9x c1' },
  });
  expect(JSON.stringify(used)).not.toContain('Mira');
});

test('digits are typed while something is searched', async () => {
  show();
  const field = await search();
  fireEvent.input(field, { target: { value: 'p' } });
  await seen();
  fireEvent.keyDown(field, { key: '1' });
  expect(sent('palette.insert')).toEqual([]);
});

test('arrows choose, and the preview shows the reply filled, its counterpart and what is missing', async () => {
  given.context = contextOf({ text: '这个多少钱？' });
  show();
  const field = await search();
  expect(preview()).toBe('你好！');
  expect(document.querySelector('.counterpart')?.textContent).toBe('Hi Mira, in our shop!');
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  await vi.waitFor(() => expect(preview()).toBe('Join [Group link is missing]'));
  expect(screen.getByText(/No variant in the language of the comment/)).toBeTruthy();
});

test('what is unknown stops the insert and is named; nothing is sent', async () => {
  given.list = listOf([group]);
  show();
  const field = await search();
  await seen();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toContain('Group link');
  expect(sent('palette.insert')).toEqual([]);
});

test('Enter leads to what the reply asks, and inserts from there', async () => {
  given.list = listOf([parcel], { answers: [{ name: 'order_number', values: ['77'] }] });
  show();
  const field = await search();
  await seen();
  fireEvent.keyDown(field, { key: 'Enter' });
  const asked = (await screen.findByLabelText('order number')) as HTMLInputElement;
  await vi.waitFor(() => expect(document.activeElement).toBe(asked));
  // the last customer's number is offered, never written in
  expect(asked.value).toBe('');
  expect(document.querySelector('datalist option')?.getAttribute('value')).toBe('77');
  expect(sent('palette.insert')).toEqual([]);
  fireEvent.input(asked, { target: { value: '1024' } });
  await vi.waitFor(() => expect(preview()).toBe('Send us 1024 please'));
  fireEvent.keyDown(asked, { key: 'Enter' });
  await vi.waitFor(() => expect(sent('template.used')).toHaveLength(1));
  expect(sent('template.used')[0]?.input.answers).toEqual([{ name: 'order_number', value: '1024' }]);
});

test('a typed shortcut has its reply chosen', async () => {
  given.context = contextOf({ shortcut: 'parcel' });
  show();
  await search();
  expect(document.querySelector('[aria-selected="true"]')?.textContent).toContain('Parcel');
});

test('Enter that ends a composition inserts nothing, and neither does one held down', async () => {
  show();
  const field = await search();
  await seen();
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Enter', repeat: true });
  expect(sent('palette.insert')).toEqual([]);
});

test('without an answer nothing is inserted a second time, and the person is told to look', async () => {
  given.inserted = { ok: false, code: 'unreachable', message: '' };
  show();
  const field = await search();
  await seen();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(await screen.findByText(/Look whether the reply stands there/)).toBeTruthy();
  await new Promise((done) => setTimeout(done, 300));
  expect(sent('palette.insert')).toHaveLength(1);
  expect(sent('template.used')).toEqual([]);
});

test('what cannot be inserted is copied, and the page is told to say so', async () => {
  given.inserted = { ok: true, value: { state: 'clipboard', reason: 'unchanged' } };
  const copied: string[] = [];
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: async (text: string) => copied.push(text) },
  });
  show();
  const field = await search();
  await seen();
  fireEvent.keyDown(field, { key: 'Enter' });
  await vi.waitFor(() => expect(sent('palette.close')).toMatchObject([{ input: { copied: true } }]));
  expect(copied).toEqual(['Hi Mira, in our shop!']);
});

test('Escape asks the page to take it away', async () => {
  show();
  await search();
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(sent('palette.close')).toMatchObject([{ input: { copied: false } }]);
});

test('the same text in this thread is warned of', async () => {
  const use = {
    at: '2026-11-20T10:00:00.000Z',
    templateId: id(1),
    wordingId: id(10),
    platform: 'instagram' as const,
  };
  given.context = contextOf({}, { recent: [{ ...use, samePost: true, sameThread: true }] });
  show();
  await search();
  expect(screen.getByText(/The same text was used in this thread/)).toBeTruthy();
});

test('a message first asks for whom; who must not be contacted cannot be chosen', async () => {
  const context = contextOf({ mode: 'message', author: undefined, text: undefined } as never);
  delete (context.sight as { author?: unknown }).author;
  delete (context.sight as { text?: unknown }).text;
  given.context = context;
  show();
  const field = await screen.findByRole('combobox', { name: 'For whom?' });
  await screen.findByText('Ida Storm');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(sent('palette.for-whom')).toEqual([]);
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(sent('palette.for-whom')).toMatchObject([{ input: { creatorId: id(50) } }]);
});

test('markup of the page is only text', async () => {
  given.list = listOf([template(5, 'Quote', { en: 'You said: {{ comment.text }}' })]);
  given.context = contextOf({
    text: '<img src=x onerror=alert(1)> {{ brand.name }}',
    author: { handle: '<b>x</b>' },
  });
  const { container } = show();
  await search();
  expect(preview()).toBe('You said: <img src=x onerror=alert(1)> {{ brand.name }}');
  expect(container.querySelectorAll('img, script, b')).toHaveLength(0);
});
