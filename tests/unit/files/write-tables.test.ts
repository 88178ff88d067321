import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import readSheet from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import { clipboardTable } from '../../../utils/files/clipboard-table.ts';
import {
  type CellWords,
  columnKeys,
  columnTitles,
  exportTable,
} from '../../../utils/files/creator-columns.ts';
import { looksLikeFormula, plainCell, unguardedText } from '../../../utils/files/plain-cell.ts';
import { writeCsv } from '../../../utils/files/write-csv.ts';
import { writeXlsx } from '../../../utils/files/write-xlsx.ts';

const words: CellWords = {
  language: 'en',
  role: (role) => `role ${role}`,
  status: (status) => `status ${status}`,
  platform: (platform) => platform.toUpperCase(),
  yes: 'yes',
  tagName: (id) => ({ a: 'lamps', b: '灯具' })[id],
};
const row = (over: Partial<CreatorRow> = {}): CreatorRow => ({
  id: '01900000-0000-7000-8000-000000000001',
  createdAt: '2026-03-02T12:00:00.000Z',
  updatedAt: '2026-03-02T12:00:00.000Z',
  displayName: 'Mara Lind',
  role: 'koc',
  status: 'found',
  tagIds: [],
  notes: '',
  doNotContact: false,
  accounts: [],
  contacts: [],
  ...over,
});
const mara = row({
  tagIds: ['a', 'gone', 'b'],
  notes: 'First line\nsecond, "quoted"',
  doNotContact: true,
  lastContact: '2026-02-28',
  nextAction: { text: 'Ask', due: '2026-03-05' },
  accounts: [
    { platform: 'x', handle: 'mara', url: 'https://x.com/mara' },
    {
      platform: 'instagram',
      handle: 'mara.lind',
      url: 'https://www.instagram.com/mara.lind/',
      followers: 48_200,
      rounded: true,
      bio: 'Warm light',
      seenAt: '2026-03-02T12:00:00.000Z',
    },
  ],
  contacts: [
    { kind: 'email', value: 'mara@lind.example' },
    { kind: 'phone', value: '+4915100000' },
    { kind: 'email', value: 'office@lind.example' },
  ],
});
const cellOf = (key: (typeof columnKeys)[number]) => columnKeys.indexOf(key);

async function csvOf(rows: CreatorRow[]) {
  const bytes = new Uint8Array(await writeCsv(exportTable(rows, words)).arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const parsed = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
  return { bytes, text, cells: parsed.data };
}

test('the CSV begins with a byte order mark and our titles, and every cell is quoted', async () => {
  const { bytes, text, cells } = await csvOf([mara]);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(cells[0]).toEqual(columnKeys.map((key) => columnTitles.en[key]));
  expect(text.endsWith('"\r\n')).toBe(true);
  expect(text.slice(1).split('\r\n')[0]).toMatch(/^"[^"]*"(,"[^"]*")*$/);
});

test('one row is one creator: the account with most followers, all accounts, e-mails, tags, days', async () => {
  const { cells } = await csvOf([mara]);
  const cell = (key: (typeof columnKeys)[number]) => cells[1]?.[cellOf(key)];
  expect(cells).toHaveLength(2);
  expect(cell('handle')).toBe('mara.lind');
  expect(cell('platform')).toBe('INSTAGRAM');
  expect(cell('followers')).toBe('48200');
  expect(cell('rounded')).toBe('yes');
  expect(cell('accounts')).toBe(
    'X @mara https://x.com/mara\nINSTAGRAM @mara.lind https://www.instagram.com/mara.lind/',
  );
  expect(cell('emails')).toBe('mara@lind.example; office@lind.example');
  expect(cell('tags')).toBe('lamps, 灯具');
  expect(cell('lastContact')).toBe('2026-02-28');
  expect(cell('doNotContact')).toBe('yes');
  expect(cell('notes')).toBe('First line\nsecond, "quoted"');
});

test('what was never read is an empty cell, not a zero', async () => {
  const { cells } = await csvOf([row()]);
  for (const key of ['followers', 'handle', 'lastContact', 'due', 'rounded'] as const)
    expect(cells[1]?.[cellOf(key)], key).toBe('');
});

test.each([
  '=1+1',
  '+49',
  '-2',
  '@sum',
  '\t=1',
  '\r=1',
  '\0=1',
  ' =1',
  '\u200b=1',
  '\u202e\u00a0=1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '﹦1',
  '\n=1',
])(
  'a cell that begins as %j is neutralised everywhere but in the workbook, which needs no guard',
  async (text) => {
    const { cells } = await csvOf([row({ displayName: text })]);
    expect(cells[1]?.[0]).toBe(`'${text}`);
    const { html, plain } = clipboardTable(exportTable([row({ displayName: text })], words));
    expect(Papa.parse<string[]>(plain, { delimiter: '\t' }).data[1]?.[0]).toBe(`'${text}`);
    expect(html).toContain(`<td style="mso-number-format:'\\@'">'`);
  },
);

test.each(['Mara', 'a=b', '1-2', 'it’s', '', "'=1"])('an ordinary cell such as %j stays as it is', (text) => {
  expect(looksLikeFormula(text)).toBe(false);
});

test.each(['=1', "'=1", "''=1", "'tis", 'Mara', '', '\t', "'"])(
  'the guard of %j can be taken off again',
  (text) => {
    expect(unguardedText(plainCell(text))).toBe(text);
  },
);

test('the clipboard keeps cells: quoted lines in the text, one cell with breaks in the HTML, markup as text', () => {
  const { html, plain } = clipboardTable(
    exportTable([row({ displayName: '<b>Mara</b> & "Co"', notes: 'one\ntwo\tthree' })], words),
  );
  const cells = Papa.parse<string[]>(plain, { delimiter: '\t' }).data;
  expect(cells).toHaveLength(2);
  expect(cells[1]?.[cellOf('notes')]).toBe('one\ntwo\tthree');
  expect(html).toContain('&lt;b&gt;Mara&lt;/b&gt; &amp; &quot;Co&quot;');
  expect(html).toContain('one<br style="mso-data-placement:same-cell">two\tthree');
  expect(html.match(/<tr>/g)).toHaveLength(2);
});

async function xlsxOf(rows: CreatorRow[]) {
  const blob = await writeXlsx(exportTable(rows, words), 'Creators');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const [sheet] = await readSheet(Buffer.from(bytes), { trim: false });
  return { parts, cells: sheet?.data ?? [] };
}

test('the workbook reads back: text as text, numbers as numbers, days as dates', async () => {
  const { cells } = await xlsxOf([mara]);
  expect(cells[0]).toEqual(columnKeys.map((key) => columnTitles.en[key]));
  const cell = (key: (typeof columnKeys)[number]) => cells[1]?.[cellOf(key)];
  expect(cell('name')).toBe('Mara Lind');
  expect(cell('followers')).toBe(48_200);
  expect(cell('lastContact')).toEqual(new Date('2026-02-28T00:00:00.000Z'));
  expect(cell('phones')).toBe('+4915100000');
  expect(cell('notes')).toBe('First line\nsecond, "quoted"');
});

test('the workbook has typed cells, no formula, a bold and fixed first row, and widths', async () => {
  const { parts } = await xlsxOf([mara, row({ displayName: '=1+1' })]);
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).not.toContain('<f');
  expect(sheet).toMatch(/<c r="A3" s="4" t="s"><v>\d+<\/v><\/c>/);
  expect(sheet).toContain('<c r="G2" s="3"><v>48200</v></c>');
  expect(sheet).toContain('<c r="N2" s="2"><v>46081</v></c>');
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<col min="1" max="1" width="24" customWidth="1"/>');
  expect(sheet).toMatch(/<c r="A1" s="1" t="s">/);
  expect(parts['xl/sharedStrings.xml']).toContain('<t xml:space="preserve">=1+1</t>');
});

test.each([
  'constructor',
  '__proto__',
  'toString',
  '<b>&"',
  ' spaces ',
  '灯具 💡',
  'مرحبا',
  '\u202eabc\u200b',
])('the text %j stays itself in the workbook', async (text) => {
  const { cells } = await xlsxOf([row({ displayName: text, notes: text })]);
  expect(cells[1]?.[0]).toBe(text);
  expect(cells[1]?.[cellOf('notes')]).toBe(text);
});

test('what XML or Excel cannot hold is left out or cut, and the rest stays', async () => {
  const { cells, parts } = await xlsxOf([
    row({ displayName: 'a\u0000b\u0007c\ud800d', notes: 'x'.repeat(40_000) }),
    row({ displayName: '_x0041_' }),
  ]);
  expect(cells[1]?.[0]).toBe('abc\ufffdd');
  expect(String(cells[1]?.[cellOf('notes')])).toHaveLength(32_767);
  expect(parts['xl/sharedStrings.xml']).toContain('_x005F_x0041_');
});

test('ten thousand rows come out whole', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) =>
    row({ displayName: `Invented ${i}`, notes: 'n'.repeat(50) }),
  );
  const { cells } = await xlsxOf(rows);
  expect(cells).toHaveLength(10_001);
  expect(cells[10_000]?.[0]).toBe('Invented 9999');
});
