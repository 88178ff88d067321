// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// loaded beforehand: the page comes at once, however busy the machine is
import '../../../components/dashboard/tags/tags-page.tsx';
import '../../../components/dashboard/tags/words/en.ts';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import type { Item } from '../../../utils/domain/item.ts';
import { starterSet } from '../../../utils/domain/starter-tags.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { type StarterTag, starterTags } from '../../../utils/domain/tag-effect.ts';
import { tagset } from '../../../utils/i18n/locales/en/tagset.ts';
import * as client from './fake-client.ts';
import { surroundings } from './person-samples.ts';
import { id, settings } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
configure({ asyncUtilTimeout: 8_000 });

const at = '2026-03-10T09:00:00.000Z';
const row = { createdAt: at, updatedAt: at };
const starterTag = (starter: StarterTag, number: number): Tag => ({
  id: id(number),
  ...row,
  ...starterSet[starter],
  name: tagset[`tag_${starter}`],
  starter,
});
const all = starterTags.map((starter, at) => ({
  tag: starterTag(starter, 700 + at),
  used: at === 0 ? 2 : 0,
}));
const complaint = all[0]?.tag as Tag;
const idea = all[9]?.tag as Tag;
const item: Item = {
  id: id(800),
  ...row,
  kind: 'comment',
  platform: 'instagram',
  keys: ['instagram:comment:#17'],
  url: 'https://www.instagram.com/p/Cx1/c/17/',
  author: { platform: 'instagram', handle: 'lena.pots' },
  text: '<b>Where</b> is my parcel?',
  textBefore: 'Where is it?',
  authorKeys: ['instagram:lena.pots'],
  tagIds: [complaint.id, idea.id],
  taggedWith: [],
  spamKeys: [],
  taggedAt: at,
};

beforeEach(() => {
  client.answer('settings.get', settings);
  client.answer('tag.choices', { tags: all });
  client.answer('tag.save', complaint);
  client.answer('tag.remove', {});
  client.answer('tag.starter', { added: 1, there: 9 });
  client.answer('item.tag', { tagIds: [], effects: [] });
  client.answer('item.list', { rows: [{ item, at }], more: false });
  client.answer('operation.undo', { left: 0, kept: 0 });
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  location.hash = '';
});
const show = (hash = '#/tags') => {
  location.hash = hash;
  return render(<Dashboard {...surroundings} />);
};
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => fireEvent.click(await button(name));
const lineOf = async (name: string) => (await button(`Edit ${name}`)).closest('li') as HTMLElement;
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

test('each tag says what it does, by when, who answers, its key and how often it was used', async () => {
  show();
  const line = await lineOf('Complaint');
  expect(line.textContent).toContain('Goes to “To handle” · urgent · within 24 hours · we answer');
  expect(within(line).getByText('Key C')).toBeTruthy();
  expect(within(line).getByRole('link', { name: '2 items tagged Complaint' }).getAttribute('href')).toBe(
    `#/tags?tag=${complaint.id}`,
  );
  expect((await lineOf('Parcel question')).textContent).toContain('within 24 working hours');
  expect((await lineOf('Praise')).textContent).toContain('Superfan point');
  expect(screen.queryByRole('button', { name: /default set/ })).toBeNull();
});

test('a tag is changed in place, and what it did before is left as it is', async () => {
  show();
  await press('Edit Complaint');
  const form = await screen.findByRole('form', { name: 'Complaint' });
  await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('Name')));
  type('Name', 'Grievance');
  fireEvent.click(within(form).getByRole('radio', { name: 'Violet' }));
  type('Answer within, hours', '12');
  type('Who answers first', 'Warehouse');
  fireEvent.change(within(form).getByLabelText('Counted in'), { target: { value: 'working' } });
  await press('Save');
  await waitFor(() => expect(client.sentOf('tag.save')).toHaveLength(1));
  expect(client.sentOf('tag.save')[0]).toMatchObject({
    tagId: complaint.id,
    details: {
      name: 'Grievance',
      colour: 'violet',
      effect: 'case',
      key: 'c',
      owner: 'Warehouse',
      deadline: { hours: 12, clock: 'working' },
      urgent: true,
    },
  });
  await waitFor(() => expect(screen.queryByRole('form', { name: 'Complaint' })).toBeNull());
  expect(document.activeElement).toBe(await button('Edit Complaint'));
  await press('Undo');
  await waitFor(() => expect(client.sentOf('operation.undo')).toHaveLength(1));
});

test('another effect takes effect from now on, and says so', async () => {
  show();
  await press('Edit Complaint');
  fireEvent.change(await screen.findByLabelText('What it does'), { target: { value: 'idea' } });
  expect(screen.getByText(/holds for what is tagged from now on/)).toBeTruthy();
  expect(screen.queryByLabelText('Who answers first')).toBeNull();
  await press('Save');
  await waitFor(() => expect(client.sentOf('tag.save')).toHaveLength(1));
  expect(client.sentOf('tag.save')[0]?.details).toEqual({
    name: 'Complaint',
    colour: 'red',
    effect: 'idea',
    key: 'c',
  });
});

test('a key, a name or hours that cannot be are refused in words, and nothing is sent', async () => {
  show();
  await press('New tag');
  await screen.findByRole('form', { name: 'New tag' });
  await press('Save');
  expect(await screen.findByText('A tag needs a name.')).toBeTruthy();
  type('Name', ' COMPLAINT');
  expect(await screen.findByText('There is a tag “Complaint” already.')).toBeTruthy();
  type('Key', 'C');
  expect(await screen.findByText('C already chooses “Complaint”. Take another key.')).toBeTruthy();
  type('Key', '?');
  expect(await screen.findByText('Only a letter from a to z or a digit.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('What it does'), { target: { value: 'case' } });
  type('Answer within, hours', '0');
  expect(await screen.findByText('A whole number from 1 to 1440.')).toBeTruthy();
  await press('Save');
  expect(client.sentOf('tag.save')).toHaveLength(0);
  type('Name', 'Window shop');
  type('Key', 'w');
  type('Answer within, hours', '');
  await press('Save');
  await waitFor(() => expect(client.sentOf('tag.save')).toHaveLength(1));
  expect(client.sentOf('tag.save')[0]?.details).toMatchObject({
    name: 'Window shop',
    key: 'w',
    effect: 'case',
  });
});

test('a retired tag stands apart and comes back without a key that another has by now', async () => {
  const retired = { ...complaint, retired: true };
  const other = { ...idea, key: 'c' };
  client.answer('tag.choices', {
    tags: [
      { tag: retired, used: 2 },
      { tag: other, used: 0 },
    ],
  });
  show();
  const section = (await screen.findByRole('heading', { name: 'No longer offered' })).closest('section');
  expect(section?.textContent).toContain('Complaint');
  await press('Offer Complaint again');
  await waitFor(() => expect(client.sentOf('tag.save')).toHaveLength(1));
  expect(client.sentOf('tag.save')[0]).toMatchObject({ retired: false });
  expect(client.sentOf('tag.save')[0]?.details).not.toHaveProperty('key');
});

test('removing asks first and says what stays', async () => {
  show();
  await press('Remove Complaint');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('2 items carry it and lose it.');
  expect(dialog.textContent).toContain('What followed stays');
  expect(client.sentOf('tag.remove')).toHaveLength(0);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Remove the tag' }));
  await waitFor(() => expect(client.sentOf('tag.remove')).toMatchObject([{ tagId: complaint.id }]));
});

test('what is missing of the default set is put back in the words of the screen', async () => {
  client.answer('tag.choices', { tags: all.slice(1) });
  show();
  await press('Put back 1 tag of the default set');
  await waitFor(() => expect(client.sentOf('tag.starter')).toHaveLength(1));
  expect(client.sentOf('tag.starter')[0]?.tags).toEqual([
    { starter: 'complaint', details: { ...starterSet.complaint, name: 'Complaint' } },
  ]);
});

test('what carries a tag is listed with its words as text, its author, and its tags to take off', async () => {
  show(`#/tags?tag=${complaint.id}`);
  const quote = await screen.findByText('<b>Where</b> is my parcel?', {
    exact: false,
    selector: 'blockquote',
  });
  const line = quote.closest('li') as HTMLElement;
  expect(line.textContent).toContain('@lena.pots');
  expect(within(line).getByText('Where is it?')).toBeTruthy();
  expect(
    within(line)
      .getByRole('link', { name: /^Open “/ })
      .getAttribute('href'),
  ).toBe(item.url);
  fireEvent.click(within(line).getByRole('button', { name: /^Take Idea off/ }));
  await waitFor(() =>
    expect(client.sentOf('item.tag')).toMatchObject([
      { item: { itemId: item.id }, add: [], remove: [idea.id] },
    ]),
  );
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Complaint' })),
  );
  await press('Undo');
  await waitFor(() => expect(client.sentOf('operation.undo')).toHaveLength(1));
  expect(client.sentOf('item.list')[0]).toMatchObject({ tagId: complaint.id, before: null });
});

test('everything that was tagged is one list, page by page', async () => {
  client.answer('item.list', { rows: [{ item, at }], more: true });
  show('#/tags?tag=all');
  await press('Show more');
  await waitFor(() =>
    expect(client.sentOf('item.list').map(({ before }) => before)).toContainEqual({ at, id: item.id }),
  );
  expect(client.sentOf('item.list')[0]).not.toHaveProperty('tagId');
});

test('the key of a retired tag is free', async () => {
  client.answer('tag.choices', { tags: [{ tag: { ...complaint, retired: true }, used: 0 }] });
  show();
  await press('New tag');
  await screen.findByRole('form', { name: 'New tag' });
  type('Name', 'Window shop');
  type('Key', 'c');
  await press('Save');
  await waitFor(() => expect(client.sentOf('tag.save')).toHaveLength(1));
  expect(client.sentOf('tag.save')[0]?.details).toMatchObject({ key: 'c' });
});
