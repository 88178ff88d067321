import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PaletteSight } from '../../../utils/domain/palette-sight.ts';
import type { TemplateDetails } from '../../../utils/domain/template.ts';
import { makeHandlers } from '../../../utils/services/handlers.ts';
import type { Caller } from '../../../utils/services/service.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import {
  codeOf,
  dashboard,
  databaseOf,
  good,
  type Machine,
  newMachine,
} from '../../support/memory-notebook.ts';

const url = 'https://www.instagram.com/p/C9x/';
const page: Caller = { kind: 'page', tabId: 4, url };
const frame: Caller = { kind: 'frame', tabId: 4 };
const sight: PaletteSight = {
  opening: 'one',
  platform: 'instagram',
  mode: 'comment',
  editor: 'ready',
  author: { handle: 'mira.holm' },
  text: 'how much?',
  postKey: 'instagram:post:C9x',
};
const inbox: PaletteSight = { opening: 'one', platform: 'instagram', mode: 'message', editor: 'ready' };

let machine: Machine;
let handlers: ReturnType<typeof makeHandlers>;
const as = (caller: Caller) => machine.call(caller);
const open = (of: PaletteSight = sight) => handlers['palette.open']({ sight: of }, as(page));
const context = async () => good(await handlers['palette.context']({}, as(frame)));

const details: TemplateDetails = {
  title: 'Price',
  shortcut: 'price',
  folder: '',
  tags: [],
  platforms: ['instagram'],
  variants: [{ language: 'en', wordings: [{ id: newId(), text: 'It is 5.' }] }],
  actions: [],
};
const save = async (more: Partial<TemplateDetails> = {}) =>
  good(
    await handlers['template.save'](
      { operationId: newId(), details: { ...details, ...more } },
      as(dashboard),
    ),
  );
const addCreator = async (displayName: string, handle: string) => {
  // who came later is told by the time
  machine.later();
  const account = { platform: 'instagram' as const, handle, url: `https://www.instagram.com/${handle}/` };
  const added = await handlers['creator.add']({ operationId: newId(), displayName, account }, as(dashboard));
  return good(added).creatorId;
};
const used = (more: object = {}) => ({
  operationId: newId(),
  templateId: '',
  wordingId: newId(),
  language: 'en',
  place: { platform: 'instagram' as const },
  answers: [],
  ...more,
});

beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
  handlers = makeHandlers(machine.notebook);
});

test('a frame gets no reply before the page’s own script says that somebody writes there', async () => {
  await save();
  expect(codeOf(await handlers['template.list']({}, as(frame)))).toBe('forbidden');
  await handlers['palette.ready']({ fresh: true }, as({ ...page, tabId: 5 }));
  expect(codeOf(await handlers['template.list']({}, as(frame)))).toBe('forbidden');
  await handlers['palette.ready']({ fresh: true }, as(page));
  expect(good(await handlers['template.list']({}, as(frame))).templates).toHaveLength(1);
});

test('a page hears the shortcuts of its own site, and none of what was put away', async () => {
  await save();
  await save({ shortcut: 'tube', platforms: ['youtube'] });
  await save({ shortcut: 'old', archived: true });
  await save({ shortcut: 'half', draft: true });
  const answer = good(await handlers['palette.ready']({ fresh: true }, as(page)));
  expect(answer.shortcuts).toEqual(['price']);
});

test('a page may speak only of the platform on which it stands', async () => {
  expect(codeOf(await open({ ...sight, platform: 'youtube' }))).toBe('invalid');
  expect(await context()).toBeNull();
});

test('the frame learns who the author is where they are in the notebook, and nothing once it is closed', async () => {
  const creatorId = await addCreator('Mira Holm', 'mira.holm');
  await open();
  expect(await context()).toMatchObject({ sight, person: { creatorId, displayName: 'Mira Holm' } });
  await handlers['palette.closed']({ opening: 'another' }, as(page));
  expect(await context()).not.toBeNull();
  await handlers['palette.closed']({ opening: 'one' }, as(page));
  expect(await context()).toBeNull();
});

test('next to a comment the frame learns of nobody else', async () => {
  const creatorId = await addCreator('Ida Storm', 'ida.storm');
  await open();
  expect(codeOf(await handlers['palette.people']({ query: '' }, as(frame)))).toBe('forbidden');
  expect(codeOf(await handlers['palette.for-whom']({ creatorId }, as(frame)))).toBe('forbidden');
});

test('where a message is written people are found, and who was chosen is whom it is for', async () => {
  const creatorId = await addCreator('Ida Storm', 'ida.storm');
  await addCreator('Noor Knits', 'noor');
  await open(inbox);
  expect(await context()).toMatchObject({ person: null, chosen: false });
  const people = async (query: string) =>
    good(await handlers['palette.people']({ query }, as(frame))).people.map(({ displayName }) => displayName);
  expect(await people('')).toEqual(['Noor Knits', 'Ida Storm']);
  expect(await people('storm')).toEqual(['Ida Storm']);
  good(await handlers['palette.for-whom']({ creatorId }, as(frame)));
  expect(await context()).toMatchObject({ person: { creatorId }, chosen: true });
});

test('who must not be contacted is neither suggested nor can be chosen', async () => {
  const creatorId = await addCreator('Ida Storm', 'ida.storm');
  const changes = { doNotContact: true };
  good(await handlers['creator.update']({ operationId: newId(), creatorId, changes }, as(dashboard)));
  await open(inbox);
  expect(good(await handlers['palette.people']({ query: '' }, as(frame))).people).toEqual([]);
  expect(codeOf(await handlers['palette.for-whom']({ creatorId }, as(frame)))).toBe('forbidden');
});

const ordersToInsert = () =>
  fakeBrowser.sentToTabs.filter(({ message }) => (message as { type: string }).type === 'palette.insert');

test('nothing is inserted for another opening, or twice at once', async () => {
  const insert = (opening: string) =>
    handlers['palette.insert']({ opening, text: 'It is 5.', tabStops: [] }, as(frame));
  await open();
  let answer: (value: unknown) => void = () => undefined;
  fakeBrowser.answerFromTab = () => new Promise((done) => (answer = done));
  expect(good(await insert('another'))).toMatchObject({ state: 'gone' });
  const first = insert('one');
  // the order is on its way to the page
  await vi.waitFor(() => expect(ordersToInsert()).toHaveLength(1));
  expect(good(await insert('one'))).toMatchObject({ state: 'gone' });
  answer({ ok: true, value: { state: 'inserted', exact: true, cut: 0 } });
  expect(good(await first)).toMatchObject({ state: 'inserted' });
  expect(ordersToInsert()).toHaveLength(1);
});

test('a paste in the page’s world is made only while the frame in that tab inserts', async () => {
  await open();
  const paste = () => handlers['palette.paste']({ opening: 'one', text: 'x' }, as(page));
  expect(codeOf(await paste())).toBe('forbidden');
  let during = '';
  fakeBrowser.answerFromTab = async () => {
    during = codeOf(await paste());
    return { ok: true, value: { state: 'inserted' } };
  };
  await handlers['palette.insert']({ opening: 'one', text: 'It is 5.', tabStops: [] }, as(frame));
  expect(during).toBe('ok');
  expect(codeOf(await paste())).toBe('forbidden');
});

test('a use is noted for whom the reply was, and the contact of a message with it', async () => {
  const { id: templateId } = await save();
  const creatorId = await addCreator('Ida Storm', 'ida.storm');
  const other = await addCreator('Noor Knits', 'noor');
  const note = (more: object) => handlers['template.used']({ ...used({ templateId }), ...more }, as(frame));
  await open(inbox);
  expect(codeOf(await note({ creatorId }))).toBe('forbidden');
  await handlers['palette.for-whom']({ creatorId }, as(frame));
  fakeBrowser.answerFromTab = async () => ({ ok: true, value: { state: 'inserted' } });
  await handlers['palette.insert']({ opening: 'one', text: 'It is 5.', tabStops: [] }, as(frame));
  // the page has closed it by then
  await handlers['palette.closed']({ opening: 'one' }, as(page));
  expect(codeOf(await note({ creatorId: other }))).toBe('forbidden');
  good(await note({ creatorId, contacted: true }));
  const creators = await (await databaseOf(machine)).getAll('creators');
  expect(creators.find(({ id }) => id === creatorId)?.lastContact).toBeDefined();
  expect(creators.find(({ id }) => id === other)?.lastContact).toBeUndefined();
});

const insertAs = async (opening: string) => {
  const { id: templateId } = await save({ shortcut: `s${opening}` });
  await open({ ...sight, opening });
  fakeBrowser.answerFromTab = async () => ({ ok: true, value: { state: 'inserted' } });
  await handlers['palette.insert']({ opening, text: 'It is 5.', tabStops: [] }, as(frame));
  await handlers['palette.closed']({ opening }, as(page));
  const input = { ...used({ templateId }), opening };
  return { templateId, note: () => handlers['template.used'](input, as(frame)) };
};
const outcome = (opening: string, what: 'edited' | 'undone') =>
  handlers['palette.outcome']({ operationId: newId(), opening, outcome: what }, as(page));
const figures = async (templateId: string) =>
  good(await handlers['template.statistics']({}, as(dashboard))).templates.find(
    (one) => one.templateId === templateId,
  );

test('what became of a reply is in the figures of its template, told once', async () => {
  const one = await insertAs('one');
  const two = await insertAs('two');
  good(await one.note());
  good(await two.note());
  good(await outcome('two', 'edited'));
  good(await outcome('two', 'undone'));
  good(await outcome('unheard of', 'undone'));
  expect(await figures(one.templateId)).toMatchObject({ used: 1, edited: 0, undone: 0 });
  expect(await figures(two.templateId)).toMatchObject({ used: 1, edited: 1, undone: 0 });
});

test('told before the use was noted it waits for that, and a repeat changes nothing', async () => {
  const one = await insertAs('one');
  good(await outcome('one', 'undone'));
  good(await one.note());
  good(await one.note());
  expect(await figures(one.templateId)).toMatchObject({ used: 1, edited: 0, undone: 1 });
  await open({ ...sight, opening: 'next' });
  expect((await context())?.recent).toEqual([]);
});

test('a frame chooses a brand only while its palette is open', async () => {
  const brand = { accounts: [], shops: [], officialLinks: [], hashtags: [], countries: [], languages: [] };
  const saved = await handlers['brand.save'](
    { operationId: newId(), details: { ...brand, name: 'Fjord' } },
    as(dashboard),
  );
  const { id: brandId } = good(saved);
  const choose = () => handlers['palette.brand']({ operationId: newId(), brandId }, as(frame));
  await handlers['palette.ready']({ fresh: true }, as(page));
  expect(codeOf(await choose())).toBe('forbidden');
  await open();
  good(await choose());
  expect(good(await handlers['template.list']({}, as(frame))).currentBrandId).toBe(brandId);
  expect(codeOf(await handlers['palette.brand']({ operationId: newId(), brandId: newId() }, as(frame)))).toBe(
    'not-found',
  );
});

test('using a reply changes no template: nobody has to fetch them again', async () => {
  const one = await insertAs('one');
  machine.announced.length = 0;
  good(await one.note());
  good(await outcome('one', 'edited'));
  expect(machine.announced.flat()).toContain('template-uses');
  expect(machine.announced.flat()).not.toContain('templates');
});
