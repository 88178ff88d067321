// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeXlsx } from '../../../utils/files/write-xlsx.ts';
import type { ImportedTemplate } from '../../../utils/messaging/protocol/templates.ts';
import * as client from './fake-client.ts';
import { id } from './sample-data.ts';
import {
  button,
  press,
  serve,
  serveImports,
  setUp,
  show,
  tearDown,
  templateOf,
  type,
} from './templates-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
beforeEach(() => {
  setUp();
  serveImports();
});
afterEach(tearDown);

const sent = () => client.sentOf('template.import').at(-1)?.templates as ImportedTemplate[];
async function choose(name: string, content: string | Uint8Array<ArrayBuffer>) {
  fireEvent.change(await screen.findByLabelText('Choose a file'), {
    target: { files: [new File([content], name)] },
  });
}

test('a pasted list comes in line by line, doubles left out and named', async () => {
  serve([]);
  show('#/templates/import');
  await type('Or paste a list', '1. Thanks a lot!\nPrice\tIt is on our page\n谢谢喜欢\nThanks a lot!');
  await press('Check the list');
  await press('Import 3 replies');
  await waitFor(() => expect(sent()).toHaveLength(3));
  expect(sent().map(({ details }) => [details.title, details.variants[0]?.language])).toEqual([
    ['Thanks a lot!', 'en'],
    ['Price', 'en'],
    ['谢谢喜欢', 'zh-CN'],
  ]);
  await screen.findByText('The replies are imported.');
  await screen.findByText('New: 3 · changed: 0 · left out: 0');
  expect(client.sentOf('batch.begin')).toMatchObject([{ kind: 'templates', name: 'Pasted list', total: 3 }]);
  expect(client.sentOf('template.import')).toMatchObject([{ batchId: id(700) }]);
  expect(client.sentOf('batch.end')).toMatchObject([{ batchId: id(700), state: 'done' }]);
  expect((await screen.findByRole('link', { name: 'Open the saved replies' })).getAttribute('href')).toBe(
    '#/templates?sort=changed',
  );
});

test('columns of a table are recognised and can be told otherwise', async () => {
  serve([]);
  show('#/templates/import');
  await choose(
    'replies.csv',
    '\ufeffScene,Reply,Category\nGreeting,Hello there,Service\nBye,See you,Service\n',
  );
  const meaning = async (name: string) =>
    screen.findByLabelText<HTMLSelectElement>(`Meaning of column ${name}`);
  expect((await meaning('Reply')).value).toBe('text');
  expect((await meaning('Category')).value).toBe('folder');
  expect((await meaning('Scene')).value).toBe('skip');
  fireEvent.change(await meaning('Scene'), { target: { value: 'title' } });
  await screen.findByText('Greeting', { selector: 'td bdi.strong' });
  await press('Import 2 replies');
  await waitFor(() => expect(sent()[0]?.details).toMatchObject({ title: 'Greeting', folder: 'Service' }));
});

test('a table in an old Chinese encoding is read, and one that is no table is refused with the reason', async () => {
  serve([]);
  show('#/templates/import');
  await choose(
    'old.csv',
    new Uint8Array([
      0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0xc4, 0xe3, 0xba, 0xc3, 0x2c, 0xd0, 0xbb,
      0xd0, 0xbb, 0x0a,
    ]),
  );
  await screen.findByText('谢谢', { selector: 'td p bdi' });
  await press('Choose another file');
  await choose('a.pdf', '%PDF-1.7');
  await screen.findByText(/This is a PDF/);
});

/** Text in UTF-16, little end first, with its mark as Excel and Notepad write it. */
function utf16(text: string): Uint8Array<ArrayBuffer> {
  const units = Uint16Array.from(`\ufeff${text}`, (_letter, at) => `\ufeff${text}`.charCodeAt(at));
  return new Uint8Array(units.buffer);
}

test.each([
  // 标题,内容 / 㐀,谢谢 / b,再见: the second title takes four bytes
  [
    'GB18030',
    new Uint8Array([
      0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0x81, 0x39, 0xee, 0x39, 0x2c, 0xd0, 0xbb,
      0xd0, 0xbb, 0x0a, 0x62, 0x2c, 0xd4, 0xd9, 0xbc, 0xfb, 0x0a,
    ]),
  ],
  ['UTF-16', utf16('标题\t内容\r\n㐀\t谢谢\r\nb\t再见\r\n')],
])('a table in %s comes in letter by letter', async (_name, bytes) => {
  serve([]);
  show('#/templates/import');
  await choose('old.csv', bytes);
  await press('Import 2 replies');
  await waitFor(() => expect(sent().map(({ details }) => details.title)).toEqual(['㐀', 'b']));
  expect(texts()).toEqual(['谢谢', '再见']);
});

test('a share file in UTF-16 is one, and an id that stands in it twice is a reply of its own the second time', async () => {
  serve([]);
  show('#/templates/import');
  const one = templateOf(1, { title: '一' });
  const again = templateOf(1, {
    title: '二',
    variants: [{ language: 'en', wordings: [{ id: id(31), text: 'Other' }] }],
  });
  await choose(
    'share.json',
    utf16(JSON.stringify({ format: 'deckhand-templates', version: 1, templates: [one, again] })),
  );
  await press('Import 2 replies');
  await waitFor(() =>
    expect(sent().map((each) => [each.id, each.details.title])).toEqual([
      [id(1), '一'],
      [undefined, '二'],
    ]),
  );
});

test('a share file updates by id and loses nothing; what is there already is not sent', async () => {
  const ours = templateOf(1, { tags: ['mine'], shortcut: 'one' });
  serve([ours, templateOf(2)]);
  show('#/templates/import');
  const file = {
    format: 'deckhand-templates',
    version: 1,
    templates: [
      {
        ...ours,
        title: 'Renamed',
        tags: ['theirs'],
        variants: [{ language: 'en', wordings: [{ id: id(8_000), text: 'Another way' }] }],
      },
      templateOf(2),
      templateOf(3, { shortcut: 'one', title: 'Clash' }),
    ],
  };
  await choose('share.json', JSON.stringify(file));
  await screen.findByText('Without the shortcut “one”: another reply has it');
  const pills = within(screen.getByRole('group', { name: 'Rows to show' }));
  expect(pills.getByRole('button', { name: /Changes 1/ })).toBeTruthy();
  expect(pills.getByRole('button', { name: /There already 1/ })).toBeTruthy();
  await press('Import 2 replies');
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[0]).toMatchObject({
    id: id(1),
    details: { title: 'Renamed', shortcut: 'one', tags: ['mine', 'theirs'] },
  });
  expect(sent()[0]?.details.variants[0]?.wordings.map(({ text }) => text)).toEqual(['Text 1', 'Another way']);
  expect(sent()[1]?.details.shortcut).toBeUndefined();
});

test('other programs’ commands are read as theirs', async () => {
  serve([]);
  show('#/templates/import');
  fireEvent.change(await screen.findByLabelText('From which program'), { target: { value: 'braces' } });
  await type('Or paste a list', 'Hi {formtext: name=first name}, {cursor}');
  await press('Check the list');
  await press('Import 1 reply');
  await waitFor(() => expect(sent()[0]?.details.variants[0]?.wordings[0]?.text).toContain('{{ cursor }}'));
});

const texts = () =>
  sent().flatMap(({ details }) => details.variants[0]?.wordings.map(({ text }) => text) ?? []);

test.each([
  [
    'braces',
    'blaze.csv',
    'Name,Content\nGreeting,Hi {formtext: name=size}{cursor}\n',
    'Hi {{ ask.size }}{{ cursor }}',
  ],
  [
    'briskine',
    'briskine.csv',
    'title,shortcut,body\nGreeting,hi,<div>Hi {{to.first_name}}</div>\n',
    'Hi {{ person.first_name }}',
  ],
  [
    'espanso',
    'base.yml',
    'matches:\n  - trigger: ":hi"\n    replace: "Hi $|$ there"\n',
    'Hi {{ cursor }} there',
  ],
] as const)('a file of %s comes in with its commands as ours', async (kind, name, content, text) => {
  serve([]);
  show('#/templates/import');
  fireEvent.change(await screen.findByLabelText('From which program'), { target: { value: kind } });
  await choose(name, content);
  await press('Import 1 reply');
  await waitFor(() => expect(texts()).toEqual([text]));
});

test('a workbook is read as a table; languages and wordings of one title come together', async () => {
  serve([]);
  show('#/templates/import');
  const rows = [
    ['Thanks', 'en', 'Thank you!'],
    ['Thanks', 'zh-CN', '谢谢！'],
    ['Thanks', 'en', 'So kind!'],
  ];
  const book = await writeXlsx(
    { titles: ['title', 'language', 'text'], widths: [10, 10, 10], rows },
    'Replies',
  );
  await choose('replies.xlsx', new Uint8Array(await book.arrayBuffer()));
  await press('Import 1 reply');
  await waitFor(() =>
    expect(sent()[0]?.details.variants.map(({ language }) => language)).toEqual(['en', 'zh-CN']),
  );
  expect(texts()).toEqual(['Thank you!', 'So kind!']);
});

test('a file that is not of that kind says so, and nothing can be imported', async () => {
  serve([]);
  show('#/templates/import');
  await choose('other.json', '{"format":"something else"}');
  await screen.findByText(/not of that kind/);
  expect((await button(/^Import 0/)).disabled).toBe(true);
});

test('ten thousand lines are checked, and only the first rows are drawn', async () => {
  serve([]);
  show('#/templates/import');
  await type(
    'Or paste a list',
    Array.from({ length: 10_000 }, (_, index) => `Reply number ${index}`).join('\n'),
  );
  await press('Check the list');
  await button('Import 10,000 replies');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
}, 60_000);
