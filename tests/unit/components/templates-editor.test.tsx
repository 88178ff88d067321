// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TemplateDetails } from '../../../utils/domain/template.ts';
import * as client from './fake-client.ts';
import { id } from './sample-data.ts';
import {
  button,
  figuresOf,
  press,
  serve,
  setUp,
  show,
  tearDown,
  templateOf,
  type,
} from './templates-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
beforeEach(setUp);
afterEach(tearDown);

const saved = () => client.sentOf('template.save').at(-1)?.details as TemplateDetails;
/** The text as it is stored, where an imitation of a browser can type. */
async function write(text: string) {
  const plain = await button('Plain text');
  if (plain.getAttribute('aria-pressed') !== 'true') fireEvent.click(plain);
  await type('Text', text);
}
const preview = () => within(screen.getByRole('region', { name: 'Preview' }));

test('a new reply is saved with what was written, and its page becomes the page of its id', async () => {
  serve([]);
  show('#/template/new');
  await type('Title', 'Where is it');
  await type('Shortcut', 'where');
  await type('Folder', ' Service / Parcels ');
  await write('Hi {{ person.first_name }}');
  await press('Save');
  await screen.findAllByText('“Where is it” saved');
  expect(saved()).toMatchObject({
    title: 'Where is it',
    shortcut: 'where',
    folder: 'Service/Parcels',
    platforms: [],
  });
  expect(saved().draft).toBeUndefined();
  expect(saved().variants[0]?.wordings[0]?.text).toBe('Hi {{ person.first_name }}');
  expect(location.hash).toBe(`#/template/${id(900)}`);
  await press('Save');
  await waitFor(() => expect(client.sentOf('template.save')).toHaveLength(2));
  expect(client.sentOf('template.save')[1]).toMatchObject({ templateId: id(900) });
});

test('without a title nothing is saved, and the field says so', async () => {
  serve([templateOf(1, { shortcut: 'taken' })]);
  show('#/template/new');
  await type('Shortcut', 'TAKEN');
  await screen.findByText('Another reply has this shortcut.');
  await press('Save');
  await screen.findByText('Write a title.');
  expect(client.sentOf('template.save')).toEqual([]);
});

test('a broken text says where and why while it is typed, and is saved as a draft', async () => {
  serve([]);
  show('#/template/new');
  await type('Title', 'Broken');
  await write('Line one\n{% if brand.name %}');
  await screen.findByText(/never closed: {% if brand.name %}/);
  expect(screen.getByRole('button', { name: /Line 2, column 1/ })).toBeTruthy();
  await press('Save');
  await waitFor(() => expect(saved()).toMatchObject({ draft: true }));
  await write('Line one');
  await waitFor(() => expect(screen.queryByText(/never closed/)).toBeNull());
});

test('the preview fills the text for somebody real, says what is missing, and shows the counterpart', async () => {
  client.answer('creator.rows', {
    rows: [
      {
        id: id(60),
        createdAt: '2026-03-01T08:00:00.000Z',
        updatedAt: '2026-03-01T08:00:00.000Z',
        displayName: 'Mara Lind',
        role: 'influencer',
        status: 'found',
        tagIds: [],
        notes: '',
        doNotContact: false,
        accounts: [{ platform: 'instagram', handle: 'mara', url: 'https://www.instagram.com/mara/' }],
        contacts: [],
      },
    ],
    next: null,
    total: 1,
    at: '2026-03-01T08:00:00.000Z',
  });
  const variants = [
    {
      language: 'es',
      wordings: [
        { id: id(1), text: 'Hola {{ person.first_name }}, {{ brand.group_link }} {{ order.number }}' },
      ],
    },
    { language: 'en', wordings: [{ id: id(2), text: 'Hi {{ person.handle }}' }] },
  ];
  serve([templateOf(1, { variants })]);
  show(`#/template/${id(1)}`);
  await waitFor(() => expect(preview().getByText(/Hola Mara, https:\/\/chat\.example\/us/)).toBeTruthy());
  expect(preview().getByText(/Missing: Order number/)).toBeTruthy();
  expect(preview().getByText('The same in English')).toBeTruthy();
  expect(preview().getByText('Hi @mara')).toBeTruthy();
  fireEvent.change(preview().getByLabelText('Filled for'), { target: { value: 'sample' } });
  await waitFor(() => expect(preview().getByText(/Hola Mia/)).toBeTruthy());
});

test('the preview is filled with the last comment that was replied to, as the page named its author', async () => {
  const seen = (n: number, text: string, handle: string) => ({
    id: id(n),
    createdAt: '2026-03-01T08:00:00.000Z',
    updatedAt: '2026-03-01T08:00:00.000Z',
    platform: 'x' as const,
    author: { handle, displayName: `${handle} 李` },
    text,
    post: { url: 'https://x.com/kiln/status/1', title: 'Kiln day' },
  });
  const text =
    '{{ person.handle }} | {{ comment.text }} | {{ post.title }} | {{ page.site }} | {{ product.title | default: "-" }}';
  serve([templateOf(1, { variants: [{ language: 'en', wordings: [{ id: id(7), text }] }] })]);
  client.answer('template.seen-comments', {
    comments: [seen(20, 'Wo ist der Link {{ brand.name }}? <b>', 'ida'), seen(21, 'Wann?', 'noor')],
  });
  show(`#/template/${id(1)}`);
  await screen.findByRole('region', { name: 'Preview' });
  const hostile = '@ida | Wo ist der Link {{ brand.name }}? <b> | Kiln day | X | -';
  await waitFor(() => expect(preview().getByText(hostile)).toBeTruthy());
  expect(preview().getByText('Wo ist der Link {{ brand.name }}? <b>').tagName).toBe('BLOCKQUOTE');
  expect(preview().getByRole('figure').textContent).toContain('ida 李 · X · German');
  fireEvent.change(preview().getByLabelText('Filled for'), { target: { value: id(21) } });
  await waitFor(() => expect(preview().getByText('@noor | Wann? | Kiln day | X | -')).toBeTruthy());
  fireEvent.change(preview().getByLabelText('Filled for'), { target: { value: 'sample' } });
  await waitFor(() => expect(preview().getByText(/@mia.makes \| Love this.* Stoneware mug/)).toBeTruthy());
  expect(preview().queryByRole('figure')).toBeNull();
});

test('page text in a variable is never read as Liquid, and a fill-in field is asked in the preview', async () => {
  serve([
    templateOf(1, {
      variants: [{ language: 'en', wordings: [{ id: id(1), text: 'Order {{ ask.order_number }}' }] }],
    }),
  ]);
  show(`#/template/${id(1)}`);
  await type('Ask: order number', '{{ brand.name }}');
  await waitFor(() => expect(preview().getByText('Order {{ brand.name }}')).toBeTruthy());
});

test('a text too long for a site says by how much', async () => {
  serve([
    templateOf(1, {
      platforms: ['x'],
      variants: [{ language: 'en', wordings: [{ id: id(1), text: '好'.repeat(150) }] }],
    }),
  ]);
  show(`#/template/${id(1)}`);
  await screen.findByText(/300 of 280 · 20 too long/);
});

test('languages are added, moved and taken out; wordings too', async () => {
  serve([templateOf(1)]);
  show(`#/template/${id(1)}`);
  fireEvent.change(await screen.findByLabelText('Add a language…'), { target: { value: 'es' } });
  await press('Move Spanish forward');
  await press('Add a wording');
  expect(await screen.findAllByRole('textbox', { name: /Wording/ })).toHaveLength(2);
  await press('Remove wording 2');
  fireEvent.keyDown(document, { key: 's', ctrlKey: true });
  await waitFor(() => expect(saved()?.variants.map(({ language }) => language)).toEqual(['es', 'en']));
});

test('what it also does is saved; a tag without words is asked for', async () => {
  serve([templateOf(1)]);
  show(`#/template/${id(1)}`);
  fireEvent.click(await screen.findByLabelText('Note the contact with this creator'));
  fireEvent.click(screen.getByLabelText('Tag the creator'));
  await press('Save');
  await screen.findByText('Write the tag, or switch this off.');
  const actions = within(screen.getByRole('region', { name: 'What it also does' }));
  fireEvent.input(actions.getByLabelText('Tag'), { target: { value: 'asked price' } });
  await press('Save');
  await waitFor(() =>
    expect(saved()?.actions).toEqual([{ kind: 'note-touch' }, { kind: 'tag-creator', tag: 'asked price' }]),
  );
});

test('the tag for what is answered is offered from those there are, with what follows from it', async () => {
  serve([templateOf(1)]);
  const at = '2026-03-01T08:00:00.000Z';
  const praise = { id: id(7), createdAt: at, updatedAt: at, name: 'Praise', colour: 'blue', effect: 'fan' };
  client.answer('tag.choices', { tags: [{ tag: praise, used: 0 }] });
  show(`#/template/${id(1)}`);
  fireEvent.click(await screen.findByLabelText('Tag the comment or post that is answered'));
  const actions = within(screen.getByRole('region', { name: 'What it also does' }));
  const field = actions.getByLabelText('Tag');
  await press('Save');
  await screen.findByText('Write the tag, or switch this off.');
  fireEvent.input(field, { target: { value: 'kind words' } });
  await actions.findByText(/becomes a plain one/);
  fireEvent.input(field, { target: { value: 'praise' } });
  await actions.findByText('What follows from it: its author gets a fan point');
  await press('Save');
  await waitFor(() => expect(saved()?.actions).toEqual([{ kind: 'tag-item', tag: 'praise' }]));
});

test('what was typed is saved on leaving, and a tab with unsaved words asks before it closes', async () => {
  serve([templateOf(1)]);
  show(`#/template/${id(1)}`);
  await type('Title', 'Left behind');
  const closing = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(true);
  await act(async () => {
    location.hash = '#/about';
  });
  await waitFor(() => expect(saved()).toMatchObject({ title: 'Left behind' }));
  expect(client.sentOf('template.save')).toHaveLength(1);
});

test('changed elsewhere meanwhile: both sides are kept until the person chooses', async () => {
  const held = serve([templateOf(1)]);
  show(`#/template/${id(1)}`);
  await type('Title', 'Mine');
  held.change([templateOf(1, { title: 'Theirs', updatedAt: '2026-03-02T10:00:00.000Z' })]);
  client.announce('templates');
  await screen.findByText(/changed elsewhere/);
  expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Mine');
  await press('Keep mine');
  await waitFor(() => expect(client.sentOf('template.save')).toHaveLength(1));
  expect(client.sentOf('template.save')[0]).not.toHaveProperty('seen');
  expect(saved().title).toBe('Mine');
});

test('figures by site, earlier versions brought back, putting away and removing with undo', async () => {
  serve([templateOf(1)], [figuresOf(1, 12)]);
  client.answer('template.versions', {
    versions: [
      {
        id: id(70),
        createdAt: '2026-02-01T08:00:00.000Z',
        updatedAt: '2026-02-01T08:00:00.000Z',
        templateId: id(1),
        at: '2026-02-01T08:00:00.000Z',
        details: { ...templateOf(1), title: 'As it was' },
      },
    ],
  });
  client.answer('template.restore-version', templateOf(1));
  client.answer('template.remove', {});
  show(`#/template/${id(1)}`);
  const figures = within(await screen.findByRole('region', { name: 'Use' }));
  await waitFor(() => expect(figures.getByRole('row', { name: 'Instagram 12 1 0' })).toBeTruthy());
  await press(/^Until /);
  await screen.findByText('As it was');
  await press('Bring this one back');
  await waitFor(() =>
    expect(client.sentOf('template.restore-version')[0]).toMatchObject({ versionId: id(70) }),
  );
  await press('Put away');
  await waitFor(() => expect(saved()).toMatchObject({ archived: true }));
  await press('Remove');
  await screen.findAllByText('“Reply 1” removed');
  expect(location.hash).toBe('#/templates');
  client.answer('operation.undo', { left: 0, kept: 0 });
  await press('Undo');
  await screen.findAllByText('Undone');
});

test('an address of no reply leads back', async () => {
  serve([]);
  show(`#/template/${id(404)}`);
  await screen.findByText('This reply is not here');
});
